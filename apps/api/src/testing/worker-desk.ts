import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addAccount, addArticle } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { onTestFinished } from 'vitest';
import { callerAt } from './caller-at.ts';
import { type Program, startProgram } from './start-program.ts';

/** A database with articles for workers that a test starts and kills; a sweep adds no job in it. */
export type WorkerDesk = {
  db: TestDatabase;
  dataDir: string;
  /** Starts the API as a process, which is gone after the test. */
  start: (env?: Record<string, string>) => Promise<Program>;
  /** An article scheduled in so many milliseconds. */
  scheduled: (milliseconds: number) => Promise<string>;
  /** A published article that is hidden for so many milliseconds. */
  embargoed: (milliseconds: number) => Promise<string>;
  /**
   * Prevents articles from being published until the transaction ends. Before a worker is started:
   * on a busy machine one that runs already would publish them first.
   */
  lockArticles: (ids: string[]) => Promise<void>;
  /** How many jobs a worker has begun. */
  locked: () => Promise<number | undefined>;
  versionsOf: (ids: string[]) => Promise<number[]>;
  close: () => Promise<void>;
};

export async function openWorkerDesk(): Promise<WorkerDesk> {
  const db = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'viewpoints-killed-'));
  // These tests are of jobs without the sweep, which would do the work in the end.
  await db.sql(`
    create function no_sweep() returns trigger language plpgsql as $$
    begin
      if exists (select from graphile_worker._private_tasks
                 where id = new.task_id and identifier = 'sweep') then return null; end if;
      return new;
    end $$`);
  await db.sql(`create trigger no_sweep before insert on graphile_worker._private_jobs
                for each row execute function no_sweep()`);

  /** An article that may go out, and what its publisher calls. */
  async function approved() {
    const author = await addAccount(db.editorial, { roles: ['contributor'] });
    const publisher = await addAccount(db.editorial, { roles: ['publisher'] });
    const desk = { db, instance: {} as never };
    const { id } = await addArticle(db.editorial, { by: author.id });
    const { revisionId } = await callerAt(desk, author).editor.articles.submit({ id });
    const { articles } = callerAt(desk, publisher).editor;
    const approved = await articles.approve({ id, revisionId });
    return { id, articles, revisionId: approved.approvedRevisionId ?? '' };
  }

  return {
    db,
    dataDir,
    start: async (env = {}) => {
      const program = await startProgram({ db, dataDir, env });
      onTestFinished(async () => {
        await program.end('SIGKILL');
      });
      return program;
    },
    scheduled: async (milliseconds) => {
      const { id, articles, revisionId } = await approved();
      await articles.schedule({ id, revisionId, publishAt: soon(milliseconds), timeZone: 'UTC' });
      return id;
    },
    embargoed: async (milliseconds) => {
      const { id, articles, revisionId } = await approved();
      await articles.setEmbargo({ id, embargoUntil: soon(milliseconds), timeZone: 'UTC' });
      await articles.publish({ id, revisionId });
      return id;
    },
    lockArticles: async (ids) => {
      await db.sql('begin');
      await db.sql('select from article where id = any($1::uuid[]) for update', [ids]);
    },
    locked: async () => {
      const [row] = await db.sql<{ count: number }>(
        `select count(*)::int as count from graphile_worker._private_jobs where locked_by is not null`,
      );
      return row?.count;
    },
    versionsOf: async (ids) => {
      const rows = await db.sql<{ number: number }>(
        'select number from published_version where article_id = any($1::uuid[])',
        [ids],
      );
      return rows.map(({ number }) => number);
    },
    close: async () => {
      await db.drop();
      await rm(dataDir, { recursive: true });
    },
  };
}

const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
