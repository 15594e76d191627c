import { randomUUID } from 'node:crypto';
import type {} from '@viewpoints/db/testing/test-server';
import { startEmbeddedPostgres } from '@viewpoints/postgres/embedded/embedded';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { prepareDatabase } from '../prepare/prepare-database.ts';

/** For tests alone; anything will do. */
const secret = 'a secret for tests, which guards nothing at all';

/**
 * One server for a whole run: TEST_DATABASE_URL (as a superuser) where it is given, else an
 * embedded one that is thrown away. Each test clones the template, which takes some 50 ms.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given ? null : await startEmbeddedPostgres({ throwaway: true });
  const server = given || embedded?.url || '';
  const template = `viewpoints_template_${randomUUID()}`;
  await query(server, `CREATE DATABASE "${template}" TEMPLATE template0`);
  const url = new URL(server);
  url.pathname = `/${template}`;
  await prepareDatabase(url.href, { secret, readerUrl: null });
  project.provide('testServer', { url: server, template, secret });
  return async () => {
    if (embedded) await embedded.stop();
    else await query(server, `DROP DATABASE "${template}" WITH (FORCE)`);
  };
}

async function query(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
