import { join } from 'node:path';
import { createTasks } from '@viewpoints/api/jobs/tasks';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { listenForChanges } from '@viewpoints/published/changes/listen';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { openWorkerDesk, type WorkerDesk } from './testing/worker-desk.ts';

// Whole programs are started, two in one test.
vi.setConfig({ testTimeout: 120_000 });

let desk: WorkerDesk;
beforeEach(async () => {
  desk = await openWorkerDesk();
});
afterEach(() => desk.close());

/** Hears what reading sites hear. */
async function listen(): Promise<string[]> {
  const heard: string[] = [];
  const up = Promise.withResolvers<void>();
  const stop = await listenForChanges(desk.db.readerUrl, {
    onChange: (tags) => heard.push(...tags),
    onUp: up.resolve,
    onDown: () => {},
  });
  onTestFinished(stop);
  await up.promise;
  return heard;
}

/** How many entries the log of changes has of an article. */
const entriesOf = async (id: string) =>
  (await desk.db.sql('select from public_change where ref_id = $1', [id])).length;

const tasks = () =>
  createTasks({
    editorial: desk.db.editorial,
    mail: { smtpUrl: null, mailFrom: 'a@b.example', outboxDirectory: join(desk.dataDir, 'outbox') },
  });

test('after kill -9 in the middle of three publications, the next start publishes them, and announces an embargo that ended meanwhile', async () => {
  const { scheduled, versionsOf } = desk;
  const ids = await Promise.all([scheduled(1500), scheduled(1500), scheduled(1500)]);
  await desk.lockArticles(ids);
  const program = await desk.start();
  await waitForWaiting(desk.db, 3);
  expect(await desk.locked()).toBe(3);
  const hidden = await desk.embargoed(4000);
  await program.end('SIGKILL');
  await desk.db.sql('rollback');
  expect(await versionsOf(ids)).toEqual([]);

  const heard = await listen();
  await desk.start();
  await vi.waitFor(async () => expect(await versionsOf(ids)).toEqual([1, 1, 1]), {
    timeout: 10_000,
  });
  await vi.waitFor(() => expect(heard).toContain(`article:${hidden}`), { timeout: 10_000 });
  expect(heard.filter((tag) => tag === `article:${hidden}`)).toHaveLength(1);
  expect(await entriesOf(hidden)).toBe(1);
  await vi.waitFor(async () => expect(await desk.locked()).toBe(0));
});

test('a job that two workers have at once publishes once', async () => {
  const id = await desk.scheduled(200);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const run = () => tasks().publish_due?.({ articleId: id }, {} as never);
  await Promise.all([run(), run(), run()]);
  expect(await desk.versionsOf([id])).toEqual([1]);
  const records = await desk.db.sql(
    `select from audit_record where subject_id = $1 and action = 'article.publish'`,
    [id],
  );
  expect(records).toHaveLength(1);
});

test('the end of an embargo is announced once, by the job that two workers have and by a sweep without a job', async () => {
  // Long enough for a busy machine to publish both, and begin to listen, within it.
  const [ofJob, ofSweep] = [await desk.embargoed(3000), await desk.embargoed(3000)];
  const heard = await listen();
  await new Promise((resolve) => setTimeout(resolve, 3100));
  const times = (id: string) => heard.filter((tag) => tag === `article:${id}`).length;
  const { announce_visible: announce, sweep } = tasks();
  const run = () => announce?.({ articleId: ofJob }, {} as never);
  await Promise.all([run(), run(), run()]);
  await vi.waitFor(() => expect(times(ofJob)).toBe(1), { timeout: 10_000 });
  expect(times(ofSweep)).toBe(0);
  await desk.db.sql('delete from graphile_worker._private_jobs');
  await sweep?.({}, {} as never);
  await sweep?.({}, {} as never);
  await vi.waitFor(() => expect(times(ofSweep)).toBe(1), { timeout: 10_000 });
  expect([times(ofJob), times(ofSweep)]).toEqual([1, 1]);
  expect([await entriesOf(ofJob), await entriesOf(ofSweep)]).toEqual([1, 1]);
});
