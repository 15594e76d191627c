import { readFile } from 'node:fs/promises';
import { newId } from '@viewpoints/db/editorial/new-id';
import { addArticle, addSource } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import type { Document } from '@viewpoints/domain/document/document';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decisionInput, suggestInstead } from '../testing/suggest-changes.ts';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { publishNew, writeWithFinding } from '../testing/written-article.ts';

let desk: TestDesk;
let contributor: Person;
let editor: Person;
let publisher: Person;

const db = () => desk.db.editorial;
const found = async (person: Person, q: string) =>
  (await person.call.editor.articles.list({ q })).items.map(({ id }) => id);

type Paragraph = Extract<Document['content'][number], { type: 'paragraph' }>;
type Inline = NonNullable<Paragraph['content']>[number];
const bodyOf = (...paragraphs: Inline[][]): Document => ({
  type: 'doc',
  content: paragraphs.map((content) => ({ type: 'paragraph', content })),
});
const text = (text: string, strong = false): Extract<Inline, { type: 'text' }> =>
  strong ? { type: 'text', text, marks: [{ type: 'strong' }] } : { type: 'text', text };

const write = (by: Person, body: Document, note = '') =>
  addArticle(db(), { by: by.account.id, body, note });

beforeAll(async () => {
  desk = await openTestDesk();
  contributor = await desk.person('contributor');
  editor = await desk.person('editor');
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());

test('finds words of the body: whole, in part from their beginning, in bold, in a footnote', async () => {
  const footnote = { type: 'footnote' as const, content: [text('Quillfoot said it.')] };
  const { id } = await write(
    editor,
    bodyOf(
      [text('Dredging the Var'), text('nholm', true), text(' bar.')],
      [text('It was said.'), footnote],
    ),
    'Protectedname told us.',
  );
  for (const q of [
    'DREDGING',
    'dredg',
    'Varnholm',
    'quillfoot',
    'varnholm bar',
    "bar's",
    'headline dredging',
  ])
    expect(await found(editor, q), q).toEqual(q === "bar's" ? [] : [id]);
  // A note is for the desk alone, and protected; signs are no words.
  for (const q of ['protectedname', 'edging', ':*', "'", '\\', '& | !', 'varnholm ladder'])
    expect(await found(editor, q), q).toEqual([]);
});

test('follows what is stored, with the count', async () => {
  const article = await write(editor, bodyOf([text('The ombrella clause.')]));
  expect(await found(editor, 'ombrella')).toEqual([article.id]);
  await editor.call.editor.articles.save({
    ...{ id: article.id, seen: article.save },
    content: { ...articleContentOf(article), body: bodyOf([text('The parasolle clause.')]) },
  });
  expect(await found(editor, 'ombrella')).toEqual([]);
  expect(await editor.call.editor.articles.list({ q: 'parasolle', counted: true })).toMatchObject({
    items: [{ id: article.id }],
    count: 1,
  });
});

test('tells a contributor of their own articles alone', async () => {
  await write(editor, bodyOf([text('Nobody knows of Tresorium yet.')]));
  const counted = { q: 'tresorium', counted: true };
  expect(await contributor.call.editor.articles.list(counted)).toMatchObject({
    ...{ items: [], count: 0, nextCursor: null },
  });
  const { id } = await write(contributor, bodyOf([text('My own Tresorium.')]));
  expect(await contributor.call.editor.articles.list(counted)).toMatchObject({
    items: [{ id }],
    count: 1,
  });
  expect(await found(editor, 'tresorium')).toHaveLength(2);
});

test('has no words of comments and of suggestions that wait', async () => {
  const { article, finding } = await writeWithFinding(db(), contributor);
  const articleId = article.id;
  const on = { kind: 'field', field: 'standfirst' } as const;
  await editor.call.editor.articles.comments.start({ articleId, on, text: 'Zqcomment here.' });
  await editor.call.editor.articles.comments.start({
    ...{ articleId, on: { kind: 'finding', findingId: finding.id }, text: 'Zqremark there.' },
  });
  // A word of its own, which the search would find if it were in the body.
  const key = await suggestInstead(desk, editor, {
    id: articleId,
    was: 'talks',
    is: ' Zqsuggested',
  });
  for (const q of ['zqcomment', 'zqremark', 'zqsuggested'])
    for (const person of [editor, contributor]) expect(await found(person, q), q).toEqual([]);
  // What is suggested to go is there until it goes.
  expect(await found(editor, 'talks')).toContain(articleId);
  const suggestions = await decisionInput(editor, articleId, [key]);
  await editor.call.editor.articles.suggestions.accept({ articleId, suggestions });
  expect(await found(editor, 'zqsuggested')).toEqual([articleId]);
  expect(await found(editor, 'talks')).not.toContain(articleId);
});

test('has no names of participants', async () => {
  const source = await addSource(db(), {
    ...{ terms: { attribution: 'deep_background', disclosure: 'clear' }, note: 'Zqsourcenote.' },
    participants: [
      { id: newId(), name: 'Zqparticipant', affiliation: 'Zqoffice', alsoProtected: ['Zqalias'] },
    ],
  });
  const [participant] = source.participants;
  await writeWithFinding(db(), editor, {
    attribution: {
      ...{ sourceId: source.id, terms: 'deep_background', descriptor: null },
      participantId: participant?.id ?? null,
    },
  });
  for (const q of ['zqparticipant', 'zqoffice', 'zqalias', 'zqsourcenote'])
    expect(await found(editor, q), q).toEqual([]);
});

test('tells a contributor nothing of a working copy behind what is published', async () => {
  const { article } = await publishNew(db(), editor, publisher);
  const { id } = article;
  expect(await found(contributor, 'before rains')).toContain(id);
  await editor.call.editor.articles.save({
    ...{ id, seen: article.save },
    content: { ...articleContentOf(article), body: bodyOf([text('Now of Behindium.')]) },
  });
  expect(await found(editor, 'behindium')).toEqual([id]);
  expect(await found(contributor, 'behindium')).toEqual([]);
});

test('has the words of what was written before the column was there, as if it were written now', async () => {
  const readWords = () => desk.db.sql('select id, body_words::text from article order by id');
  const now = await readWords();
  expect(now.length).toBeGreaterThan(3);
  const path = '../../../../prisma/migrations/20261205180000_words_of_drafts/migration.sql';
  const migration = await readFile(new URL(path, import.meta.url), 'utf8');
  await desk.db.sql('alter table article drop column body_words');
  await desk.db.sql('drop function body_words');
  await desk.db.sql(migration);
  expect(await readWords()).toEqual(now);
  // An article is found by the new column as by the former.
  expect(await found(editor, 'behindium')).toHaveLength(1);
});
