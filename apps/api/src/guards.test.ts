import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPooler } from '@viewpoints/db/testing/pooler';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { checkEveryMinute } from '@viewpoints/postgres/server/check-server';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type ProgramOptions, spawnProgram } from './testing/start-program.ts';
import { startTestApi } from './testing/test-api.ts';

// Whole programs are started.
vi.setConfig({ testTimeout: 90_000 });

let db: TestDatabase;
let dataDir = '';
beforeAll(async () => {
  db = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'viewpoints-guards-'));
});
afterAll(async () => {
  await db.drop();
  await rm(dataDir, { recursive: true });
});

const spawn = async (options: Partial<ProgramOptions>) => {
  const program = await spawnProgram({ db, dataDir, ...options });
  onTestFinished(async () => {
    await program.end('SIGKILL');
  });
  return program;
};

/** The exit of a program that could not start, and its output. */
const outcomeOf = async (options: Partial<ProgramOptions>) => {
  const program = await spawn(options);
  const [code] = await program.ended;
  return { code, said: program.said().trim() };
};

describe('an API does not start, and says why in a sentence,', () => {
  test('where it would work as the owner of the tables', async () => {
    const { through, close } = await startPooler(db.url, { options: true });
    onTestFinished(close);
    const { code, said } = await outcomeOf({ db: { ...db, url: through(db.url) } });
    expect(code).toBe(1);
    expect(said.split('\n').at(-1)).toMatch(/^The server at DATABASE_URL .*viewpoints_editorial/);
    expect(said).not.toMatch(/\n\s+at /);
  });

  test('where its announcements are lost', async () => {
    const { through, close } = await startPooler(db.url, { notifications: true });
    onTestFinished(close);
    const { code, said } = await outcomeOf({ db: { ...db, url: through(db.url) } });
    expect([code, said.split('\n').at(-1)]).toEqual([
      1,
      expect.stringMatching(/^What is announced/),
    ]);
  });

  test('where its secret is not the journal’s', async () => {
    await db.sql(`update secret_fingerprint set fingerprint = 'of another secret'`);
    onTestFinished(async () => {
      await db.sql('delete from secret_fingerprint');
    });
    const { code, said } = await outcomeOf({});
    expect([code, said.split('\n').at(-1)]).toEqual([1, expect.stringMatching(/^SECRET is not/)]);
  });
});

describe('an API that runs is not ready, with every reason,', () => {
  const readiness = async ({ url }: { url: string }) => {
    const answer = await fetch(`${url}/readyz`);
    const { ok, reasons } = (await answer.json()) as { ok: boolean; reasons: { code: string }[] };
    return { status: answer.status, ok, codes: reasons.map(({ code }) => code).sort() };
  };

  test('where the database takes no changes, lacks a migration and has no queue', async () => {
    const api = await startTestApi();
    onTestFinished(() => api.close());
    expect(await readiness(api)).toEqual({ status: 200, ok: true, codes: [] });
    await api.db.sql('alter schema graphile_worker rename to elsewhere');
    await api.db.sql(`delete from _prisma_migrations where migration_name like '%_places_found'`);
    // A check that found all of them is not repeated: a new instance has to look.
    const other = await startTestApi({ on: api.db });
    onTestFinished(() => other.close());
    expect(await readiness(other)).toEqual({
      ...{ status: 503, ok: false, codes: ['migrations_pending', 'queue_missing'] },
    });
    const [row] = await api.db.sql<{ name: string }>('select current_database() as name');
    await api.db.sql(`alter database "${row?.name}" set default_transaction_read_only = on`);
    await api.db.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await vi.waitFor(async () =>
      expect((await readiness(other)).codes).toEqual(['migrations_pending', 'server_read_only']),
    );
    const refused = await api.query('setup.status');
    expect([refused.status, refused.body.error.data.problem.reasons[0]?.code]).toEqual([
      ...[503, 'server_read_only'],
    ]);
  });

  test('where jobs are not taken', async () => {
    const api = await startTestApi({ queueRunning: () => false });
    onTestFinished(() => api.close());
    expect((await readiness(api)).codes).toEqual(['queue_stopped']);
  });

  test('where another instance has changed the secret', async () => {
    const api = await startTestApi({
      isFit: ({ url, readerUrl, secret }) =>
        checkEveryMinute({ databaseUrl: url, readerUrl, secret }),
    });
    onTestFinished(() => api.close());
    await api.db.sql(`update secret_fingerprint set fingerprint = 'of another secret'`);
    expect((await readiness(api)).codes).toEqual(['other_secret']);
    await api.db.sql('delete from secret_fingerprint');
    expect((await readiness(api)).codes).toEqual([]);
  });
});
