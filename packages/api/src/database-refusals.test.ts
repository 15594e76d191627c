import { newId } from '@viewpoints/db/editorial/new-id';
import { addIssue, addTopic } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from './testing/test-desk.ts';
import { writeArticle } from './testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
});
afterAll(() => desk.close());

describe('a slug that something else has', () => {
  test('is refused for an article, which keeps the one it had', async () => {
    const taken = await writeArticle(desk.db.editorial, author);
    const article = await writeArticle(desk.db.editorial, author);
    const saved = author.call.editor.articles.save({
      id: article.id,
      seen: article.save,
      content: { ...articleContentOf(article), slug: taken.slug },
    });
    expect(await problemIn(saved)).toMatchObject({
      code: 'already_exists',
      reasons: [{ code: 'slug_taken', at: 'slug' }],
    });
    const kept = await author.call.editor.articles.get({ id: article.id });
    expect(kept.article).toMatchObject({ slug: article.slug, save: article.save });
  });

  test('is refused for an entry of a catalogue, by the database', async () => {
    const { slug } = await addTopic(desk.db.editorial);
    const created = editor.call.editor.topics.create({ slug, name: 'Another' });
    expect(await problemIn(created)).toMatchObject({
      code: 'already_exists',
      reasons: [{ code: 'slug_taken', at: 'slug' }],
    });
  });
});

test('two participants of one id are refused, and no source is kept', async () => {
  const id = newId();
  const created = editor.call.editor.sources.create({
    slug: 'conversation-of-two',
    kind: 'interview',
    title: 'A conversation',
    terms: { attribution: 'background', disclosure: 'clear' },
    participants: [
      { id, name: 'Ilya Soren', affiliation: '' },
      { id, name: 'Mara Selk', affiliation: '' },
    ],
  });
  expect(await problemIn(created)).toMatchObject({
    code: 'already_exists',
    reasons: [{ code: 'already_exists' }],
  });
  expect(await desk.db.sql(`select 1 from source where slug = 'conversation-of-two'`)).toEqual([]);
});

test('an issue under one of its own is refused, by the rule that it breaks', async () => {
  const above = await addIssue(desk.db.editorial);
  const below = await addIssue(desk.db.editorial, { parentId: above.id });
  const { id, save, ...content } = above;
  const saved = editor.call.editor.issues.save({
    id,
    seen: save,
    content: { ...content, parentId: below.id },
  });
  expect(await problemIn(saved)).toMatchObject({
    code: 'invalid_input',
    reasons: [{ code: 'rule_broken', details: { constraint: 'issue_no_circle' } }],
  });
  expect((await editor.call.editor.issues.get({ id })).parentId).toBeNull();
});
