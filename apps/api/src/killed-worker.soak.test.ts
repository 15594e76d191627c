import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openWorkerDesk, type WorkerDesk } from './testing/worker-desk.ts';

/*
 * These tests wait for real timeouts: a worker notices only after a time that another is gone.
 * `killed-worker.test.ts` has the case that does not wait.
 */
vi.setConfig({ testTimeout: 180_000 });

let desk: WorkerDesk;
beforeEach(async () => {
  desk = await openWorkerDesk();
});
afterEach(() => desk.close());

test('after kill -9 in the middle of three publications, another worker that lives publishes them', async () => {
  const { scheduled, versionsOf } = desk;
  const ids = await Promise.all([scheduled(1500), scheduled(1500), scheduled(1500)]);
  await desk.lockArticles(ids);
  const program = await desk.start();
  await waitForWaiting(desk.db, 3);
  await desk.start();
  await program.end('SIGKILL');
  await desk.db.sql('rollback');
  await vi.waitFor(async () => expect(await versionsOf(ids)).toEqual([1, 1, 1]), {
    timeout: 20_000,
  });
});

test('when its connections die while it lives, an API does the jobs that it had begun', async () => {
  const { scheduled, versionsOf } = desk;
  const ids = await Promise.all([scheduled(1500), scheduled(1500)]);
  await desk.lockArticles(ids);
  await desk.start();
  await waitForWaiting(desk.db, 2);
  await desk.db.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await desk.db.sql('rollback');
  // Jobs that hang delay the next pool for 10 s, and each attempt to begin comes after 2 s more.
  await vi.waitFor(async () => expect(await versionsOf(ids)).toEqual([1, 1]), { timeout: 60_000 });
  await vi.waitFor(async () => expect(await desk.locked()).toBe(0), { timeout: 10_000 });
});
