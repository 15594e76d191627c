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

test('notices of one moment are listed everywhere in the order in which they were written', async () => {
  const { article } = await publishNew(desk.db.editorial, author, publisher);
  const words = ['first', 'second', 'third', 'fourth', 'fifth'];
  const content = { ...articleContentOf(article), standfirst: 'Ostrava waits on.' };
  await author.call.editor.articles.save({ id: article.id, seen: article.save, content });
  await approve(article.id, author, publisher);
  desk.clock.now = new Date(desk.clock.now.getTime() + 86_400_000);
  await publisher.call.editor.articles.correct({
    id: article.id,
    corrections: words.map((why) => ({
      was: 'waits',
      now: 'waits on',
      why,
      severity: 'correction',
    })),
  });
  const whys = (notices: { why: string }[]) => notices.map(({ why }) => why);
  const { corrections } = desk.nobody;
  const { corrections: ofEditors } = await author.call.editor.articles.get({ id: article.id });
  expect(whys(ofEditors)).toEqual(words);
  expect(whys((await desk.nobody.articles.bySlug({ slug: article.slug })).corrections)).toEqual(
    words,
  );
  // A page that ends between them loses none and repeats none.
  const first = await corrections.list({ limit: 2 });
  const next = await corrections.list({ limit: 3, cursor: first.nextCursor ?? '' });
  expect(whys([...first.items, ...next.items])).toEqual(words);
});
