import 'fake-indexeddb/auto';
import { ArticleContent } from '@viewpoints/domain/articles/article';
import { documentVersion } from '@viewpoints/working-copy/document-version';
import { expect, test } from 'vitest';
import { abandonedCopies, claimPage, keepCopy, releaseCopies } from './local-copies.ts';

const content = ArticleContent.parse({ slug: 'the-quiet-strait' });
const me = '01900000-0000-7000-8000-000000000001';
const copy = (page: string, articleId: string, at = '2031-05-03T09:00:00.000Z') => ({
  accountId: me,
  articleId,
  page,
  seen: 1,
  base: content,
  content: { ...content, headline: `written on ${page}` },
  at,
});
/** Locks are granted and freed a moment later. */
const waitForStore = () => new Promise((done) => setTimeout(done, 20));

test('a copy is abandoned once its page is gone, and not before', async () => {
  const { page, leave } = claimPage();
  await waitForStore();
  await keepCopy(copy(page, 'article-1'));
  expect(await abandonedCopies(me, 'article-1', '')).toEqual([]);
  leave();
  await waitForStore();
  expect((await abandonedCopies(me, 'article-1', '')).map((one) => one.page)).toEqual([page]);
});

test('a copy says which version of documents its page knew', async () => {
  await keepCopy(copy('page-v', 'article-v'));
  expect(await abandonedCopies(me, 'article-v', '')).toMatchObject([{ version: documentVersion }]);
});

test('of several, the newest comes first, and only those of the article asked for', async () => {
  await keepCopy(copy('old', 'article-2', '2031-05-03T08:00:00.000Z'));
  await keepCopy(copy('new', 'article-2', '2031-05-03T10:00:00.000Z'));
  await keepCopy(copy('other', 'article-3'));
  expect((await abandonedCopies(me, 'article-2', '')).map((one) => one.page)).toEqual([
    'new',
    'old',
  ]);
});

test('a page has one copy of an article, the last it wrote, and a released one is gone', async () => {
  await keepCopy(copy('page', 'article-4', '2031-05-03T08:00:00.000Z'));
  await keepCopy(copy('page', 'article-4', '2031-05-03T08:01:00.000Z'));
  expect(await abandonedCopies(me, 'article-4', '')).toHaveLength(1);
  await releaseCopies(me, 'article-4', ['page']);
  expect(await abandonedCopies(me, 'article-4', '')).toEqual([]);
});

test('the note for the desk is not stored, and is the server’s when the copy is restored', async () => {
  const written = copy('page', 'article-5');
  const note = 'Zqsecret';
  await keepCopy({ ...written, base: { ...content, note }, content: { ...content, note } });
  const [kept] = await abandonedCopies(me, 'article-5', 'as the server has it');
  expect(kept?.content.note).toBe('as the server has it');
  expect(kept?.base.note).toBe('as the server has it');
  expect(JSON.stringify(await abandonedCopies(me, 'article-5', ''))).not.toContain(note);
});

test('a copy is shown to nobody but who wrote it', async () => {
  await keepCopy(copy('page', 'article-6'));
  const other = '01900000-0000-7000-8000-000000000002';
  expect(await abandonedCopies(other, 'article-6', '')).toEqual([]);
});
