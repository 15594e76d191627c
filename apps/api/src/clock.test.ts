import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { addAccount, addArticle } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import type { Account } from '@viewpoints/domain/accounts/account';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { callerAt } from './testing/caller-at.ts';
import { type ProgramCalls, signInTo } from './testing/program-calls.ts';
import { type Program, startProgram } from './testing/start-program.ts';

const owner = { email: 'ines@journal.example', password: 'long enough' };
const shifted = pathToFileURL(join(import.meta.dirname, 'testing', 'shifted-clock.ts'));

// Whole programs are started.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/**
 * Minutes apart, so that no delay of a busy machine can be taken for them. Tests of one clock run at
 * once, since most of each is waiting for a time to come.
 */
describe.each([
  ['ahead of', 10 * 60_000],
  ['behind', -10 * 60_000],
])('an API whose clock is %s the database’s by minutes', (_where, shift) => {
  let db: TestDatabase;
  let publisher: Account;
  let program: Program;
  let calls: ProgramCalls;
  let dataDir = '';
  beforeAll(async () => {
    db = await createTestDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'viewpoints-clock-'));
    const made = await ensureOwner({ editorial: db.editorial }, owner);
    if (made === null) throw new Error('somebody owns it already');
    publisher = made;
    program = await startProgram({
      ...{ db, dataDir },
      env: { NODE_OPTIONS: `--import=${shifted}`, CLOCK_SHIFT: String(shift) },
    });
    calls = await signInTo(program, owner);
  });
  afterAll(async () => {
    await program.end('SIGKILL');
    await db.drop();
    await rm(dataDir, { recursive: true });
  });

  /** An article that may go out, made where clocks agree. */
  const approved = async () => {
    const author = await addAccount(db.editorial, { roles: ['contributor'] });
    const article = await addArticle(db.editorial, { by: author.id });
    const desk = { db, instance: {} as never };
    const { revisionId } = await callerAt(desk, author).editor.articles.submit({ id: article.id });
    const approved = await callerAt(desk, publisher).editor.articles.approve({
      ...{ id: article.id, revisionId },
    });
    return { slug: article.slug, id: article.id, revisionId: approved.approvedRevisionId ?? '' };
  };
  const statusOf = async (slug: string) => (await calls.query('articles.bySlug', { slug })).status;

  test.concurrent('publishes what readers see at once', async () => {
    const { slug, ...named } = await approved();
    expect((await calls.mutate('editor.articles.publish', named)).status).toBe(200);
    expect(await statusOf(slug)).toBe(200);
  });

  test.concurrent('publishes what was scheduled when the database says that it is due', async () => {
    const { slug, ...named } = await approved();
    const publishAt = new Date(Date.now() + 2_000).toISOString();
    const schedule = { ...named, publishAt, timeZone: 'UTC' };
    expect((await calls.mutate('editor.articles.schedule', schedule)).body).toMatchObject({
      result: { data: { state: 'scheduled' } },
    });
    await vi.waitFor(async () => expect(await statusOf(slug)).toBe(200), { timeout: 20_000 });
    const [row] = await db.sql<{ state: string; jobs: number }>(
      `select state, (select count(*)::int from graphile_worker.jobs
                      where task_identifier = 'publish_due') as jobs
       from article where id = $1`,
      [named.id],
    );
    expect(row).toEqual({ state: 'published', jobs: 0 });
  });

  test.concurrent('keeps an embargo for as long as the database says', async () => {
    const { slug, ...named } = await approved();
    const embargoUntil = new Date(Date.now() + 2_500).toISOString();
    await calls.mutate('editor.articles.setEmbargo', {
      ...{ id: named.id, embargoUntil, timeZone: 'UTC' },
    });
    expect((await calls.mutate('editor.articles.publish', named)).status).toBe(200);
    const job = await db.sql(`select 1 from graphile_worker.jobs where key = $1`, [
      `announce:${named.id}`,
    ]);
    expect(job).toHaveLength(1);
    await vi.waitFor(async () => expect(await statusOf(slug)).toBe(200), { timeout: 20_000 });
  });

  test.concurrent('takes a token until the database says that it has run out', async () => {
    const made = await calls.mutate('editor.tokens.create', {
      ...{ name: 'bot', scopes: ['read'], days: 1 },
    });
    expect(made.status).toBe(200);
    const { token, id } = made.body.result.data;
    const requestCount = () =>
      fetch(`${program.url}/trpc/editor.me`, { headers: { authorization: `Bearer ${token}` } });
    /** Sets when the token expires, by the database's clock. */
    const expireIn = (seconds: number) =>
      db.sql(
        `update access_token set expires_at = now() + make_interval(secs => $2) where id = $1`,
        [id, seconds],
      );
    // Nearer than the clocks are apart, so that the API's own clock would decide otherwise.
    await expireIn(60);
    expect((await requestCount()).status).toBe(200);
    await expireIn(-1);
    expect((await requestCount()).status).toBe(401);
  });
});
