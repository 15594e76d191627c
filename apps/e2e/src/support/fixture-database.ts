import { randomUUID } from 'node:crypto';
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSample } from '@viewpoints/api/sample/load-sample';
import { connectEditorial } from '@viewpoints/db/client';
import { runSql } from '@viewpoints/db/testing/run-sql';
import { fileStore } from '@viewpoints/pictures/store/file-store';
import { startEmbeddedPostgres } from '@viewpoints/postgres/embedded/embedded';
import { prepareRoles } from '@viewpoints/postgres/roles/roles';
import { prepareDatabase } from '@viewpoints/published/prepare/prepare-database';
import type {} from './sample-setup.ts';

/** The secret of programs under test if they share a server: the reader's password depends on it. */
const SECRET = 'a secret for tests, which guards nothing at all';

/** A database of one test stand, and its directory for data. */
export type FixtureDatabase = {
  /** As the owner of the tables. */
  url: string;
  /** As viewpoints_reader. */
  readerUrl: string;
  /** For SECRET of what runs on it. */
  secret: string;
  /** For DATA_DIR; with the sample journal, its pictures lie in it. */
  dataDir: string;
  drop: () => Promise<void>;
};

/**
 * A database for a stand, with the sample journal or migrated and empty. Inside a test run it is
 * a clone, made in a moment; a benchmark, which runs by itself, starts a server of its own, or uses
 * the one that BENCH_DATABASE_URL names.
 */
export async function makeFixtureDatabase(holds: 'sample' | 'nothing'): Promise<FixtureDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'viewpoints-stand-'));
  // The database server may run as another user, who has to reach its directory inside.
  await chmod(dataDir, 0o755);
  const made = await (process.env.VITEST === undefined
    ? startDatabase(holds, dataDir)
    : cloneDatabase(holds, dataDir));
  return {
    ...made,
    dataDir,
    drop: async () => {
      await made.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

type Made = Omit<FixtureDatabase, 'dataDir'>;

async function cloneDatabase(holds: 'sample' | 'nothing', dataDir: string): Promise<Made> {
  const { inject } = await import('vitest');
  const { url: server, template: empty, secret } = inject('testServer');
  const sample = inject('sampleJournal');
  const name = `viewpoints_stand_${randomUUID()}`;
  const template = holds === 'sample' ? sample.template : empty;
  await runSql(server, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  if (holds === 'sample')
    await cp(sample.mediaDirectory, join(dataDir, 'media'), { recursive: true });
  return {
    url: address.href,
    readerUrl: await prepareRoles(address.href, secret),
    secret,
    drop: () => runSql(server, `DROP DATABASE "${name}" WITH (FORCE)`),
  };
}

async function startDatabase(holds: 'sample' | 'nothing', dataDir: string): Promise<Made> {
  const given = process.env.BENCH_DATABASE_URL;
  const { url, drop } = given ? await makeDatabaseOn(given) : await startServer();
  const readerUrl = await prepareDatabase(url, { secret: SECRET, readerUrl: null });
  if (holds === 'sample') {
    const editorial = connectEditorial(url, { poolSize: 2 });
    await loadSample({ editorial, media: fileStore(join(dataDir, 'media')) });
    await editorial.$disconnect();
  }
  return { url, readerUrl, secret: SECRET, drop };
}

async function startServer(): Promise<Pick<Made, 'url' | 'drop'>> {
  const { url, stop } = await startEmbeddedPostgres({ throwaway: true });
  return { url, drop: stop };
}

/** A new database on the server at `server`, whose superuser that address signs in. */
async function makeDatabaseOn(server: string): Promise<Pick<Made, 'url' | 'drop'>> {
  const name = `viewpoints_bench_${randomUUID()}`;
  const address = new URL(server);
  console.log(`measured on the PostgreSQL at ${address.host}`);
  await runSql(server, `CREATE DATABASE "${name}" TEMPLATE template0`);
  address.pathname = `/${name}`;
  return {
    url: address.href,
    drop: () => runSql(server, `DROP DATABASE "${name}" WITH (FORCE)`),
  };
}
