import { runCommand } from '@viewpoints/api/command';
import { createTasks } from '@viewpoints/api/jobs/tasks';
import { inTransaction } from '@viewpoints/db/client';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { addAccount, addArticle } from '@viewpoints/db/testing/builders';
import { listenForChanges } from '@viewpoints/published/changes/listen';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { callerAt } from './testing/caller-at.ts';
import { startTestApi, type TestApi } from './testing/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ jobs: true });
});
afterAll(() => api.close());

async function approved() {
  const { editorial } = api.db;
  const author = await addAccount(editorial, { roles: ['contributor'] });
  const publisher = await addAccount(editorial, { roles: ['publisher'] });
  const article = await addArticle(editorial, { by: author.id });
  const { revisionId } = await callerAt(api, author).editor.articles.submit({ id: article.id });
  const approved = await callerAt(api, publisher).editor.articles.approve({
    id: article.id,
    revisionId,
  });
  return {
    article: approved,
    publisher: callerAt(api, publisher),
    revisionId: approved.approvedRevisionId ?? '',
  };
}

const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
const statusOf = async (slug: string) => (await api.query('articles.bySlug', { slug })).status;

describe('a schedule', () => {
  test('publishes at its time, by itself', async () => {
    const { article, publisher, revisionId } = await approved();
    const input = { id: article.id, revisionId, publishAt: soon(1500), timeZone: 'Europe/London' };
    expect((await publisher.editor.articles.schedule(input)).state).toBe('scheduled');
    expect(await statusOf(article.slug)).toBe(404);
    await vi.waitFor(async () => expect(await statusOf(article.slug)).toBe(200), {
      timeout: 15_000,
    });
    const [record] = await api.db.sql<{ by_id: null; details: object }>(
      `select by_id, details from audit_record where subject_id = $1 and action = 'article.publish'`,
      [article.id],
    );
    expect(record).toMatchObject({ by_id: null, details: { code: 'scheduled', version: 1 } });
  });

  test('of a release publishes all of its articles by one job', async () => {
    const [first, second] = [await approved(), await approved()];
    const articleIds = [first.article.id, second.article.id];
    const { releases } = first.publisher.editor;
    const { id, save: seen } = await releases.create({ name: 'Two papers' });
    await releases.save({ id, seen, name: 'Two papers', articleIds });
    await releases.schedule({ id, publishAt: soon(1500), timeZone: 'Europe/London' });
    await vi.waitFor(
      async () => expect((await releases.get({ id })).release.releasedAt).not.toBeNull(),
      { timeout: 15_000 },
    );
    expect(await statusOf(first.article.slug)).toBe(200);
    expect(await statusOf(second.article.slug)).toBe(200);
    const records = await api.db.sql(
      `select from audit_record where subject_id = any($1) and action = 'article.publish'`,
      [articleIds],
    );
    expect(records).toHaveLength(2);
  });

  test('that was taken off publishes nothing', async () => {
    const { article, publisher, revisionId } = await approved();
    const input = { id: article.id, revisionId, publishAt: soon(800), timeZone: 'UTC' };
    await publisher.editor.articles.schedule(input);
    await publisher.editor.articles.unschedule({ id: article.id });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await statusOf(article.slug)).toBe(404);
    expect((await publisher.editor.articles.get({ id: article.id })).article.state).toBe(
      'approved',
    );
  });

  test('that may no longer be published is taken off, so that an editor sees it', async () => {
    const { article, publisher, revisionId } = await approved();
    const publishAt = soon(60_000);
    await publisher.editor.articles.schedule({
      id: article.id,
      revisionId,
      publishAt,
      timeZone: 'UTC',
    });
    await api.db.sql('delete from article_topic where article_id = $1', [article.id]);
    await api.db.sql('delete from topic where id = $1', [article.topicIds[0]]);
    const tasks = createTasks({
      editorial: api.db.editorial,
      mail: api.instance,
      now: () => new Date(Date.now() + 120_000),
    });
    await tasks.publish_due?.({ articleId: article.id }, {} as never);
    const [row] = await api.db.sql<{ state: string }>('select state from article where id = $1', [
      article.id,
    ]);
    expect(row?.state).toBe('approved');
    const [record] = await api.db.sql<{ details: { code: string } }>(
      `select details from audit_record where subject_id = $1 and action = 'article.unschedule'`,
      [article.id],
    );
    expect(record?.details.code).toBe('topic_unknown');
  });
});

test('an embargo hides what is published until it ends, and then announces it', async () => {
  const { article, publisher, revisionId } = await approved();
  const heard: string[] = [];
  let stopListening = async () => {};
  await new Promise<void>((up, down) => {
    listenForChanges(api.db.readerUrl, {
      onChange: (tags) => heard.push(...tags),
      onUp: up,
      onDown: () => {},
    }).then((stop) => {
      stopListening = stop;
    }, down);
  });
  try {
    await publisher.editor.articles.setEmbargo({
      id: article.id,
      embargoUntil: soon(2500),
      timeZone: 'UTC',
    });
    await publisher.editor.articles.publish({ id: article.id, revisionId });
    expect(await statusOf(article.slug)).toBe(404);
    expect(heard).not.toContain(`article:${article.id}`);
    await vi.waitFor(() => expect(heard).toContain(`article:${article.id}`), { timeout: 15_000 });
    expect(await statusOf(article.slug)).toBe(200);
  } finally {
    await stopListening();
  }
});

test('a command that fails leaves nothing: no row, no record, no job', async () => {
  const account = await addAccount(api.db.editorial, { roles: ['editor'] });
  const article = await addArticle(api.db.editorial, { by: account.id });
  const failing = runCommand({ editorial: api.db.editorial, account }, async ({ tx }) => {
    await tx.article.update({ where: { id: article.id }, data: { section: 'half written' } });
    await addJob(tx, 'publish_due', { articleId: article.id }, { key: 'half-written' });
    throw new Error('killed between');
  });
  await expect(failing).rejects.toThrow('killed between');
  const [row] = await api.db.sql<{ section: string }>('select section from article where id = $1', [
    article.id,
  ]);
  expect(row?.section).toBe('');
  expect(await api.db.sql(`select 1 from graphile_worker.jobs where key = 'half-written'`)).toEqual(
    [],
  );
});

test('a job exists exactly where what causes it does', async () => {
  await inTransaction(api.db.editorial, (tx) =>
    addJob(
      tx,
      'publish_due',
      { articleId: '01900000-0000-7000-8000-000000000001' },
      { key: 'kept', runAt: new Date('2099-01-01') },
    ),
  );
  expect(await api.db.sql(`select 1 from graphile_worker.jobs where key = 'kept'`)).toHaveLength(1);
});
