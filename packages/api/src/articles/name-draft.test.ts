import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';

let desk: TestDesk;
let author: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
});
afterAll(() => desk.close());

const begin = () => author.call.editor.articles.create({});
const save = async (
  { id, save: seen }: Pick<Article, 'id' | 'save'>,
  changed: Partial<Article>,
): Promise<Article> => {
  const { article } = await author.call.editor.articles.get({ id });
  const content = { ...articleContentOf(article as Article), ...changed };
  return (await author.call.editor.articles.save({ id, seen, content })).article as Article;
};

test('a draft begun without a headline is named after it once that is written', async () => {
  const draft = await begin();
  expect(draft.slug).toMatch(/^draft-[0-9a-f]{8}$/);
  const half = await save(draft, { headline: 'The quiet' });
  expect(half.slug).toBe(draft.slug);
  const whole = await save(half, { headline: 'The quiet strait of names' });
  const named = await save(whole, { standfirst: 'What was said.' });
  expect(named.slug).toBe('the-quiet-strait-of-names');
  // From then on it is its own.
  const retitled = await save(named, { headline: 'Another headline' });
  expect((await save(retitled, { section: 'Ports' })).slug).toBe('the-quiet-strait-of-names');
});

test('where the name is taken it gets one of its own, and a chosen one stays', async () => {
  const drafts = [await begin(), await begin()];
  const slugs: string[] = [];
  for (const draft of drafts) {
    const written = await save(draft, { headline: 'Twice the same' });
    slugs.push((await save(written, { standfirst: 'Once.' })).slug);
  }
  expect(slugs[0]).toBe('twice-the-same');
  expect(slugs[1]).toMatch(/^twice-the-same-[0-9a-f]{8}$/);
  const chosen = await save(await begin(), { headline: 'A headline', slug: 'chosen-by-hand' });
  expect((await save(chosen, { section: 'Ports' })).slug).toBe('chosen-by-hand');
});

test('a headline in another script gives it Latin letters, and one without letters leaves it', async () => {
  const draft = await begin();
  const written = await save(draft, { headline: 'Стихия' });
  expect((await save(written, { standfirst: '.' })).slug).toBe('stihiya');
  const other = await begin();
  const wordless = await save(other, { headline: '?!' });
  expect((await save(wordless, { standfirst: '.' })).slug).toBe(other.slug);
});

/** Lets two calls find the same name free before either of them writes it. */
async function meet<Result>(calls: () => Promise<Result>[]): Promise<Result[]> {
  await desk.db.sql('BEGIN');
  await desk.db.sql('LOCK TABLE article IN SHARE MODE');
  const called = Promise.all(calls());
  try {
    await waitForWaiting(desk.db, 2);
  } finally {
    await desk.db.sql('COMMIT');
  }
  return called;
}

test('two drafts of one headline made at the same moment both get a name', async () => {
  const headline = 'At the same moment';
  const create = () => author.call.editor.articles.create({ headline });
  const slugs = (await meet(() => [create(), create()])).map(({ slug }) => slug);
  expect(slugs.toSorted()).toEqual([
    'at-the-same-moment',
    expect.stringMatching(/^at-the-same-moment-[0-9a-f]{8}$/),
  ]);
});

test('two drafts that their headline names at the same moment both get a name', async () => {
  const written = await Promise.all(
    [await begin(), await begin()].map((draft) => save(draft, { headline: 'Named together' })),
  );
  const slugs = (
    await meet(() => written.map((draft) => save(draft, { standfirst: 'Once.' })))
  ).map(({ slug }) => slug);
  expect(slugs.toSorted()).toEqual([
    'named-together',
    expect.stringMatching(/^named-together-[0-9a-f]{8}$/),
  ]);
});
