import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTasks } from '@viewpoints/api/jobs/tasks';
import { addAccount, addArticle } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { listenForChanges } from '@viewpoints/published/changes/listen';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { callerAt } from './testing/caller-at.ts';
import { startProgram } from './testing/start-program.ts';

// Whole programs are started, two in one test.
vi.setConfig({ testTimeout: 120_000 });

let db: TestDatabase;
let dataDir = '';
beforeEach(async () => {
  db = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'viewpoints-killed-'));
  // What is shown here has to happen without the sweep, which would see to it in the end.
  await db.sql(`
    create function no_sweep() returns trigger language plpgsql as $$
    begin
      if exists (select from graphile_worker._private_tasks
                 where id = new.task_id and identifier = 'sweep') then return null; end if;
      return new;
    end $$`);
  await db.sql(`create trigger no_sweep before insert on graphile_worker._private_jobs
                for each row execute function no_sweep()`);
});
afterEach(async () => {
  await db.drop();
  await rm(dataDir, { recursive: true });
});

const start = async () => {
  const program = await startProgram({ db, dataDir });
  onTestFinished(async () => {
    await program.end('SIGKILL');
  });
  return program;
};

const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

/** An article that may go out, and what its publisher calls. */
async function approved() {
  const author = await addAccount(db.editorial, { roles: ['contributor'] });
  const publisher = await addAccount(db.editorial, { roles: ['publisher'] });
  const desk = { db, instance: {} as never };
  const { id, slug } = await addArticle(db.editorial, { by: author.id });
  const { revisionId } = await callerAt(desk, author).editor.articles.submit({ id });
  const { articles } = callerAt(desk, publisher).editor;
  const held = await articles.approve({ id, revisionId });
  return { id, slug, articles, revisionId: held.approvedRevisionId ?? '' };
}

async function scheduled(milliseconds: number) {
  const { id, articles, revisionId } = await approved();
  await articles.schedule({ id, revisionId, publishAt: soon(milliseconds), timeZone: 'UTC' });
  return id;
}

async function embargoed(milliseconds: number) {
  const { id, articles, revisionId } = await approved();
  await articles.setEmbargo({ id, embargoUntil: soon(milliseconds), timeZone: 'UTC' });
  await articles.publish({ id, revisionId });
  return id;
}

/**
 * Keeps articles from being published until the transaction ends. Before a worker is started: on a
 * busy machine one that runs already would publish them first.
 */
async function lockArticles(ids: string[]): Promise<void> {
  await db.sql('begin');
  await db.sql('select from article where id = any($1::uuid[]) for update', [ids]);
}

/** Hears what reading sites hear. */
async function listen(): Promise<string[]> {
  const heard: string[] = [];
  const up = Promise.withResolvers<void>();
  const stop = await listenForChanges(db.readerUrl, {
    onChange: (tags) => heard.push(...tags),
    onUp: up.resolve,
    onDown: () => {},
  });
  onTestFinished(stop);
  await up.promise;
  return heard;
}

/**
 * An article whose embargo has just ended, and what reading sites hear from before its end. The
 * embargo is long enough for a busy machine to publish the article, and begin to listen, within it.
 */
async function heardAfterEmbargo(): Promise<{ id: string; heard: string[] }> {
  const id = await embargoed(3000);
  const heard = await listen();
  await new Promise((resolve) => setTimeout(resolve, 3100));
  return { id, heard };
}

const locked = async () => {
  const [row] = await db.sql<{ count: number }>(
    `select count(*)::int as count from graphile_worker._private_jobs where locked_by is not null`,
  );
  return row?.count;
};
const versionsOf = async (ids: string[]) => {
  const rows = await db.sql<{ number: number }>(
    'select number from published_version where article_id = any($1::uuid[])',
    [ids],
  );
  return rows.map(({ number }) => number);
};

describe('after kill -9 of the API in the middle of three publications', () => {
  test('the next start publishes them, and announces an embargo that ended meanwhile', async () => {
    const ids = await Promise.all([scheduled(1500), scheduled(1500), scheduled(1500)]);
    await lockArticles(ids);
    const program = await start();
    await waitForWaiting(db, 3);
    expect(await locked()).toBe(3);
    const hidden = await embargoed(4000);
    await program.end('SIGKILL');
    await db.sql('rollback');
    expect(await versionsOf(ids)).toEqual([]);

    const heard = await listen();
    await start();
    await vi.waitFor(async () => expect(await versionsOf(ids)).toEqual([1, 1, 1]), {
      timeout: 10_000,
    });
    await vi.waitFor(() => expect(heard).toContain(`article:${hidden}`), { timeout: 10_000 });
    expect(heard.filter((tag) => tag === `article:${hidden}`)).toHaveLength(1);
    await vi.waitFor(async () => expect(await locked()).toBe(0));
  });

  test('another worker that lives publishes them', async () => {
    const ids = await Promise.all([scheduled(1500), scheduled(1500), scheduled(1500)]);
    await lockArticles(ids);
    const program = await start();
    await waitForWaiting(db, 3);
    await start();
    await program.end('SIGKILL');
    await db.sql('rollback');
    await vi.waitFor(async () => expect(await versionsOf(ids)).toEqual([1, 1, 1]), {
      timeout: 20_000,
    });
  });
});

test('when its connections die while it lives, an API does the jobs that it had begun', async () => {
  const ids = await Promise.all([scheduled(1500), scheduled(1500)]);
  await lockArticles(ids);
  await start();
  await waitForWaiting(db, 2);
  await db.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await db.sql('rollback');
  await vi.waitFor(async () => expect(await versionsOf(ids)).toEqual([1, 1]), { timeout: 30_000 });
  await vi.waitFor(async () => expect(await locked()).toBe(0), { timeout: 10_000 });
});

describe('a job that two workers have at once', () => {
  const tasks = () =>
    createTasks({
      editorial: db.editorial,
      mail: { smtpUrl: null, mailFrom: 'a@b.example', outboxDirectory: join(dataDir, 'outbox') },
    });

  test('publishes once', async () => {
    const id = await scheduled(200);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const run = () => tasks().publish_due?.({ articleId: id }, {} as never);
    await Promise.all([run(), run(), run()]);
    expect(await versionsOf([id])).toEqual([1]);
    const records = await db.sql(
      `select from audit_record where subject_id = $1 and action = 'article.publish'`,
      [id],
    );
    expect(records).toHaveLength(1);
  });

  test('announces once', async () => {
    const { id, heard } = await heardAfterEmbargo();
    const run = () => tasks().announce_visible?.({ articleId: id }, {} as never);
    await Promise.all([run(), run(), run()]);
    await vi.waitFor(() => expect(heard).toContain(`article:${id}`), { timeout: 10_000 });
    expect(heard.filter((tag) => tag === `article:${id}`)).toHaveLength(1);
  });
});

test('the sweep announces what no job is left to announce', async () => {
  const { id, heard } = await heardAfterEmbargo();
  await db.sql('delete from graphile_worker._private_jobs');
  const { sweep } = createTasks({
    editorial: db.editorial,
    mail: { smtpUrl: null, mailFrom: 'a@b.example', outboxDirectory: join(dataDir, 'outbox') },
  });
  await sweep?.({}, {} as never);
  await sweep?.({}, {} as never);
  await vi.waitFor(() => expect(heard).toContain(`article:${id}`), { timeout: 10_000 });
  expect(heard.filter((tag) => tag === `article:${id}`)).toHaveLength(1);
});
