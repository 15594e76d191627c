import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';
import { takeWorkerLease, type WorkerLease } from './worker-lease.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

/** A job that a pool works on, or worked on when it died. */
async function lockedJob(pool: string): Promise<string> {
  const [job] = await db.sql<{ id: string }>(
    `select id from graphile_worker.add_job('sweep', run_at => now() + interval '1 day')`,
  );
  await db.sql(
    `update graphile_worker._private_jobs set locked_by = $1, locked_at = now(), attempts = 1
     where id = $2`,
    [pool, job?.id],
  );
  return job?.id ?? '';
}

const isLocked = async (id: string) => {
  const [job] = await db.sql<{ locked: boolean }>(
    'select locked_by is not null as locked from graphile_worker._private_jobs where id = $1',
    [id],
  );
  return job?.locked;
};

const take = async (pool: string, times = { renewal: 100, lifetime: 5_000 }) => {
  const freed: number[] = [];
  const lease = await takeWorkerLease(db.url, pool, (pools) => freed.push(pools), times);
  onTestFinished(() => lease.release());
  return { lease, freed };
};

/** Another process with the lease of a pool. */
async function holdElsewhere(pool: string, lifetime: number) {
  const script = join(import.meta.dirname, 'testing', 'hold-lease.ts');
  const child: ChildProcess = spawn(process.execPath, [script, db.url, pool, String(lifetime)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  if (child.stdout === null) throw new Error('no output');
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  await vi.waitFor(() => expect(lines).toContain('held'), { timeout: 20_000 });
  return { child, lines };
}

test('jobs of a pool that never had a lease are given back when another begins', async () => {
  const job = await lockedJob('pool-of-yesterday');
  const { freed } = await take('pool-of-today');
  expect([await isLocked(job), freed]).toEqual([false, [1]]);
});

test('jobs of a pool stay its own for as long as it has its lease, also to itself', async () => {
  const { lease, freed } = await take('pool-at-work');
  const job = await lockedJob('pool-at-work');
  const other = await take('pool-beside');
  // Both have looked several times.
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect([await isLocked(job), freed, other.freed]).toEqual([true, [], []]);
  expect(lease.holds()).toBe(true);
  await lease.release();
  expect(lease.holds()).toBe(false);
  await vi.waitFor(async () => expect(await isLocked(job)).toBe(false));
});

test('jobs of a killed process are given back by one that lives', async () => {
  const { child } = await holdElsewhere('pool-killed', 60_000);
  const job = await lockedJob('pool-killed');
  await take('pool-alive');
  expect(await isLocked(job)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await vi.waitFor(async () => expect(await isLocked(job)).toBe(false), { timeout: 10_000 });
});

test.skipIf(process.platform === 'win32')(
  'jobs of a frozen process are given back, and when it goes on it knows that they were',
  async () => {
    const { child, lines } = await holdElsewhere('pool-frozen', 1_000);
    const job = await lockedJob('pool-frozen');
    await take('pool-awake');
    child.kill('SIGUSR2');
    await vi.waitFor(() => expect(lines).toContain('holds'));
    child.kill('SIGSTOP');
    await vi.waitFor(async () => expect(await isLocked(job)).toBe(false), { timeout: 20_000 });
    child.kill('SIGCONT');
    child.kill('SIGUSR2');
    await vi.waitFor(() => expect(lines).toContain('over'));
    expect(lines.filter((line) => line === 'holds')).toHaveLength(1);
  },
);

test('a lease whose session the server ends is over, and known to be', async () => {
  const { lease } = await take('pool-cut');
  let over = false;
  void lease.ended.then(() => {
    over = true;
  });
  await db.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'viewpoints-worker' and datname = current_database()`,
  );
  await vi.waitFor(() => expect(over).toBe(true));
  expect(lease.holds()).toBe(false);
});

test('without a database there is no lease', async () => {
  const taken: Promise<WorkerLease> = takeWorkerLease('postgres://x@127.0.0.1:1/x', 'pool');
  await expect(taken).rejects.toThrow();
});
