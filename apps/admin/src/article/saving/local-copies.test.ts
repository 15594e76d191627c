import 'fake-indexeddb/auto';
import { ArticleContent } from '@viewpoints/domain/articles/article';
import { expect, test } from 'vitest';
import { abandonedCopies, claimPage, keepCopy, releaseCopies } from './local-copies.ts';

const content = ArticleContent.parse({ slug: 'the-quiet-strait' });
const copy = (page: string, articleId: string, at = '2031-05-03T09:00:00.000Z') => ({
  articleId,
  page,
  seen: 1,
  base: content,
  content: { ...content, headline: `written on ${page}` },
  at,
});
/** Locks are granted and freed a moment later. */
const settle = () => new Promise((done) => setTimeout(done, 20));

test('a copy is abandoned once its page is gone, and not before', async () => {
  const { page, leave } = claimPage();
  await settle();
  await keepCopy(copy(page, 'article-1'));
  expect(await abandonedCopies('article-1')).toEqual([]);
  leave();
  await settle();
  expect((await abandonedCopies('article-1')).map((one) => one.page)).toEqual([page]);
});

test('of several, the newest comes first, and only those of the article asked for', async () => {
  await keepCopy(copy('old', 'article-2', '2031-05-03T08:00:00.000Z'));
  await keepCopy(copy('new', 'article-2', '2031-05-03T10:00:00.000Z'));
  await keepCopy(copy('other', 'article-3'));
  expect((await abandonedCopies('article-2')).map((one) => one.page)).toEqual(['new', 'old']);
});

test('a page has one copy of an article, the last it wrote, and a released one is gone', async () => {
  await keepCopy(copy('page', 'article-4', '2031-05-03T08:00:00.000Z'));
  await keepCopy(copy('page', 'article-4', '2031-05-03T08:01:00.000Z'));
  expect(await abandonedCopies('article-4')).toHaveLength(1);
  await releaseCopies('article-4', ['page']);
  expect(await abandonedCopies('article-4')).toEqual([]);
});
