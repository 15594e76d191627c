import { articleContentOf } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { approve, findingContent, publishNew } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());

test('a finding that is new in a correction is dated when readers get it, the old one as it was', async () => {
  const { article, finding: old } = await publishNew(desk.db.editorial, author, publisher);
  const firstOut = desk.clock.now.toISOString();
  const content = { ...articleContentOf(article), standfirst: 'Ostrava waits on.' };
  const saved = await author.call.editor.articles.save({
    id: article.id,
    seen: article.save,
    content,
  });
  const added = await author.call.editor.findings.propose({
    articleId: article.id,
    seen: saved.article.save,
    content: findingContent(saved.article, {
      exact: 'The talks go on.',
      proposition: 'The talks go on',
    }),
  });
  await approve(article.id, author, publisher);
  desk.clock.now = new Date(desk.clock.now.getTime() + 86_400_000);
  const correction = { was: 'waits', now: 'waits on', why: 'It does.' };
  await publisher.call.editor.articles.correct({
    id: article.id,
    corrections: [{ ...correction, severity: 'clarification' }],
  });
  const dateOf = async (id: string) =>
    (await desk.nobody.findings.byId({ id })).finding.publishedAt;
  expect(await dateOf(old.id)).toBe(firstOut);
  expect(await dateOf(added.id)).toBe(desk.clock.now.toISOString());
  expect(await desk.nobody.articles.bySlug({ slug: article.slug })).toMatchObject({
    publishedAt: firstOut,
    revisedAt: desk.clock.now.toISOString(),
  });
});
