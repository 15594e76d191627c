import { randomUUID } from 'node:crypto';
import { prepareRoles } from '@viewpoints/postgres/roles/roles';
import { Client } from 'pg';
import { inject } from 'vitest';
import { connectEditorial, type EditorialDatabase, type ReaderDatabase } from '../client.ts';
import { connectReader } from '../connect-reader.ts';
import type {} from './test-server.ts';

/** A migrated, empty database of a test's own, and both ways into it. */
export type TestDatabase = {
  /** As the owner. */
  url: string;
  /** As viewpoints_reader. */
  readerUrl: string;
  /** What the reader's password is derived from. */
  secret: string;
  editorial: EditorialDatabase;
  reader: ReaderDatabase;
  /** Runs SQL as the owner, for what no command does (going back in time, counting rows). */
  sql: <Row extends object = Record<string, unknown>>(
    text: string,
    values?: unknown[],
  ) => Promise<Row[]>;
  /** Closes what was opened and removes the database. */
  drop: () => Promise<void>;
};

/**
 * Clones the run's template: `const db = await createTestDatabase()` in `beforeAll`,
 * `await db.drop()` in `afterAll`.
 */
export function createTestDatabase(): Promise<TestDatabase> {
  return createDatabaseFrom(inject('testServer').template);
}

/**
 * A database of a test's own that begins as a copy of another one of the run's server.
 * @param prepare makes its tables and rows, as the owner at `url`; for a copy that is empty
 */
export async function createDatabaseFrom(
  template: string,
  prepare: (url: string) => Promise<void> = async () => {},
): Promise<TestDatabase> {
  const { url: serverUrl, secret } = inject('testServer');
  const name = `viewpoints_test_${randomUUID()}`;
  await onServer(serverUrl, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  const url = address.href;
  await prepare(url);
  const readerUrl = await prepareRoles(url, secret);
  const editorial = connectEditorial(url, { poolSize: 5 });
  const reader = connectReader(readerUrl, { poolSize: 5 });
  const owner = new Client({ connectionString: url });
  owner.on('error', () => {});
  await owner.connect();
  return {
    url,
    readerUrl,
    secret,
    editorial,
    reader,
    sql: async (text, values) => (await owner.query(text, values)).rows,
    drop: async () => {
      await Promise.all([editorial.$disconnect(), reader.$disconnect(), owner.end()]);
      await onServer(serverUrl, `DROP DATABASE "${name}" WITH (FORCE)`);
    },
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
