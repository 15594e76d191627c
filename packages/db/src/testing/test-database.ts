import { randomUUID } from 'node:crypto';
import { closeDatabase, readerUrl as readerUrlOf } from '@viewpoints/postgres/roles/roles';
import { Client, Pool } from 'pg';
import { inject } from 'vitest';
import type { EditorialDatabase, ReaderDatabase } from '../client.ts';
import { connectReader } from '../connect-reader.ts';
import { connectReused } from './reused-client.ts';
import type {} from './test-server.ts';

/** A migrated, empty database of a test's own, and both ways into it. */
export type TestDatabase = {
  /** As the owner. */
  url: string;
  /** As viewpoints_reader. */
  readerUrl: string;
  /** The secret that the reader's password is derived from. */
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
  const readerUrl = readerUrlOf(url, secret);
  const { editorial, disconnect } = await connectReused(url);
  const reader = connectReader(readerUrl, { poolSize: 5 });
  const owner = new Client({ connectionString: url });
  owner.on('error', () => {});
  await owner.connect();
  // Roles and passwords are the server's, which has them; who may connect is the database's own.
  await closeDatabase(owner);
  return {
    url,
    readerUrl,
    secret,
    editorial,
    reader,
    sql: async (text, values) => (await owner.query(text, values)).rows,
    drop: async () => {
      await Promise.all([disconnect(), reader.$disconnect(), owner.end()]);
      await onServer(serverUrl, `DROP DATABASE "${name}" WITH (FORCE)`);
    },
  };
}

const servers = new Map<string, Pool>();

/** Runs SQL on the server itself, by a connection that tests share. */
async function onServer(url: string, sql: string): Promise<void> {
  const pool = servers.get(url) ?? openServer(url);
  await pool.query(sql);
}

function openServer(url: string): Pool {
  const pool = new Pool({ connectionString: url, allowExitOnIdle: true });
  // The server ends before the worker does.
  pool.on('error', () => {});
  servers.set(url, pool);
  return pool;
}
