import { replaceState } from '@viewpoints/db/editorial/article-copies';
import { type SharedDocument, sharedFrom, stateOf } from '@viewpoints/working-copy/shared-document';
import { type SuggestionKey, writeKey } from '@viewpoints/working-copy/suggestions/suggestion';
import { authorsPart } from '@viewpoints/working-copy/suggestions/suggestion-authors';
import {
  placeOf,
  suggestDeletion,
  suggestParagraph,
  suggestWords,
} from '@viewpoints/working-copy/testing/suggest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decisionInput, newSuggestion as keyOf, writeAtPage } from '../testing/suggest-changes.ts';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { writeArticle } from '../testing/written-article.ts';

/** Updates that a forged client could send: any change to the shared document that Yjs can encode. */
let desk: TestDesk;
let ines: Person;
let omar: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  [ines, omar] = await Promise.all([
    desk.person('contributor'),
    desk.person('editor', 'publisher'),
  ]);
});
afterAll(() => desk.close());

type Act = (shared: SharedDocument) => void;
const send = (person: Person, id: string, act: Act) => writeAtPage(desk, person, id, act);
const listed = (articleId: string) => ines.call.editor.articles.suggestions.list({ articleId });
const accept = async (person: Person, articleId: string, ...keys: SuggestionKey[]) =>
  person.call.editor.articles.suggestions.accept({
    articleId,
    suggestions: await decisionInput(person, articleId, keys),
  });

describe('what is in no words of the article', () => {
  /** Marks the words, whatever marks they have. */
  const mark =
    (words: string, marks: object): Act =>
    (shared) => {
      const { text, at } = placeOf(shared, words);
      text.format(at, words.length, marks as Record<string, object>);
    };
  const setOnBlock =
    (name: string, value: string): Act =>
    (shared) =>
      placeOf(shared, 'Quietly.').block.setAttribute(name, value);
  const forged: [string, Act][] = [
    ['a mark that there is not', mark(' very', { evil: {} })],
    ['a link that runs a program', mark(' very', { link: { href: 'javascript:alert(1)' } })],
    ['a comment that is none', mark(' very', { 'comment--AAAAAAAA': { junk: 'junk' } })],
    ['an attribute that there is not', setOnBlock('junk', 'junk')],
    ['a text that is too long', mark(' very', { junk: { junk: 'x'.repeat(2_100_000) } })],
    [
      'a mark of words that are put in and deleted',
      (shared) => {
        const key = { by: omar.account.id, id: omar.account.id };
        mark(' very', { deletion: key, evil: {} })(shared);
      },
    ],
  ];

  test.each(forged)('is refused where it is %s', async (_name, act) => {
    const { id } = await writeArticle(desk.db.editorial, ines);
    const [words, block] = [keyOf(omar), keyOf(omar)];
    await send(omar, id, (shared) => suggestWords(shared, words, ' very', 'The talks'));
    await send(omar, id, (shared) => suggestParagraph(shared, block, 'Quietly.', 'The talks'));
    const before = await listed(id);
    await expect(send(omar, id, act)).rejects.toMatchObject({
      reasons: [{ code: 'suggestion_impossible' }],
    });
    expect(await listed(id)).toEqual(before);
    expect(await accept(ines, id, words, block)).toMatchObject({ decided: 2 });
  });

  test('is stored where it is what an article may have', async () => {
    const { id } = await writeArticle(desk.db.editorial, ines);
    const key = keyOf(omar);
    await send(omar, id, (shared) => suggestWords(shared, key, ' very', 'The talks'));
    await send(omar, id, mark(' very', { strong: {} }));
    await send(omar, id, (shared) => suggestDeletion(shared, key, 'council'));
    await accept(ines, id, key);
    const { article } = await ines.call.editor.articles.get({ id });
    expect(JSON.stringify(article.body)).toContain('" very","marks":[{"type":"strong"}]');
  });
});

test('who the authors of a suggestion are is for the server to say, not for a page', async () => {
  const { id } = await writeArticle(desk.db.editorial, ines);
  const key = keyOf(ines);
  await send(ines, id, (shared) => suggestWords(shared, key, ' very', 'The talks'));
  await send(omar, id, (shared) => suggestWords(shared, key, ' truly', ' very'));
  const before = await listed(id);
  expect(before[0]?.authors).toHaveLength(2);
  const forged: Act[] = [
    (shared) => shared.getMap(authorsPart).delete(writeKey(key)),
    (shared) => shared.getMap(authorsPart).set(writeKey(key), [ines.account.id]),
    (shared) => shared.getMap(authorsPart).set(writeKey(keyOf(ines)), [ines.account.id]),
  ];
  for (const act of forged)
    await expect(send(omar, id, act)).rejects.toMatchObject({
      reasons: [{ code: 'suggestion_impossible' }],
    });
  expect(await listed(id)).toEqual(before);
});

/** Writes into the stored state what no update could, as a server of a version before does where it compacts updates. */
async function storeUnseen(id: string, act: Act): Promise<void> {
  const stored = await desk.db.editorial.articleCopy.findUniqueOrThrow({
    where: { articleId: id },
    include: { updates: { orderBy: { id: 'asc' } } },
  });
  const shared = sharedFrom(
    stored.state,
    stored.updates.map(({ update }) => update),
  );
  act(shared);
  const last = stored.updates.at(-1);
  await desk.db.editorial.$transaction((tx) =>
    replaceState(tx, {
      ...{ articleId: id, state: stateOf(shared) },
      ...{ save: last?.save ?? stored.save, foldedId: last?.id ?? stored.foldedId },
    }),
  );
}

test('what a version before has stored unseen is taken out, and keeps nobody from writing', async () => {
  const { id } = await writeArticle(desk.db.editorial, ines);
  const key = keyOf(ines);
  await send(ines, id, (shared) => suggestWords(shared, key, ' very', 'The talks'));
  await storeUnseen(id, (shared) => {
    const { text, at } = placeOf(shared, ' very');
    text.format(at, 5, { evil: { junk: 'x' } });
  });
  const before = await listed(id);

  await send(omar, id, (page) => suggestWords(page, keyOf(omar), ' and', ' go'));
  expect((await listed(id)).map((each) => each.parts[0])).toEqual([
    { kind: 'insert', text: ' very' },
    { kind: 'insert', text: ' and' },
  ]);
  expect(before[0]?.parts[0]).toMatchObject({ details: [{ of: 'evil' }, { name: 'junk' }] });
  const repairs = await desk.db.sql(
    `select "by_id" as by, details from audit_record where subject_id = $1 and action = 'suggestion.repair'`,
    [id],
  );
  expect(repairs).toMatchObject([{ by: null, details: { suggestionsGone: 0 } }]);
  await accept(omar, id, key);
  const { article } = await ines.call.editor.articles.get({ id });
  expect(JSON.stringify(article.body)).toContain('The talks very go on.');
});

test('what a version before has left in an archived article can only be refused, and is gone then', async () => {
  const { id } = await writeArticle(desk.db.editorial, ines);
  const key = keyOf(ines);
  await send(omar, id, (shared) => suggestWords(shared, keyOf(omar), ' now', ' go'));
  await omar.call.editor.articles.archive({ id });
  await storeUnseen(id, (shared) => suggestWords(shared, key, ' zanzibarcanary', 'The talks'));
  const isStored = async () => {
    const where = { articleId: id };
    const { state } = await desk.db.editorial.articleCopy.findUniqueOrThrow({ where });
    return Buffer.from(state).includes('zanzibarcanary');
  };
  const [before, said] = [await listed(id), (await ines.call.editor.articles.get({ id })).article];
  expect(before).toHaveLength(1);
  expect(await isStored()).toBe(true);
  expect((await problemIn(accept(ines, id, key))).code).toBe('refused');
  expect(await listed(id)).toEqual(before);
  const suggestions = await decisionInput(ines, id, [key]);
  const refused = await ines.call.editor.articles.suggestions.refuse({
    articleId: id,
    suggestions,
  });
  expect(refused).toMatchObject({ decided: 1, gone: 0 });
  expect(await listed(id)).toEqual([]);
  expect(await isStored()).toBe(false);
  expect((await ines.call.editor.articles.get({ id })).article).toEqual(said);
});

describe('too much', () => {
  const long = (count: number) => 'It did not. '.repeat(count / 12);
  const several =
    (person: Person, count: number): Act =>
    (shared) => {
      for (let at = 0; at < count; at += 1) suggestWords(shared, keyOf(person), 'x', 'The talks');
    };
  const cases: [string, string, Act[], Act, Act][] = [
    [
      'letters',
      'suggestions_too_long',
      [
        (shared) => suggestWords(shared, keyOf(omar), long(120_000), 'The talks'),
        (shared) => suggestParagraph(shared, keyOf(omar), long(79_200), 'The council'),
      ],
      (shared) => suggestWords(shared, keyOf(omar), long(1_200), 'The council'),
      (shared) => {
        const { text, at } = placeOf(shared, 'It did not.');
        text.delete(at, 1_200);
      },
    ],
    [
      'suggestions',
      'suggestions_too_many',
      [(shared) => several(omar, 2_000)(shared)],
      (shared) => several(omar, 1)(shared),
      (shared) => {
        const { text, at } = placeOf(shared, 'x');
        text.delete(at, 1);
      },
    ],
  ];

  test.each(cases)(
    'is refused to who writes it: more %s than an article can have',
    async (...all) => {
      const [, code, acts, more, less] = all;
      const { id } = await writeArticle(desk.db.editorial, ines);
      for (const act of acts) await send(omar, id, act);
      await expect(send(omar, id, more)).rejects.toMatchObject({ reasons: [{ code }] });
      await send(omar, id, less);
      await send(omar, id, more);
      await expect(send(omar, id, more)).rejects.toMatchObject({ reasons: [{ code }] });
    },
  );

  test('may become less where there is too much of it already', async () => {
    const { id } = await writeArticle(desk.db.editorial, ines);
    await send(omar, id, (shared) => suggestWords(shared, keyOf(omar), 'yes', 'The talks'));
    await storeUnseen(id, (shared) => {
      const { text, at } = placeOf(shared, 'yes');
      text.insert(at + 1, long(240_000));
    });
    await send(omar, id, (shared) => {
      const { text, at } = placeOf(shared, 'It did not.');
      text.delete(at, 1_200);
    });
    expect((await listed(id))[0]?.parts[0]).toHaveProperty('text.length', 238_803);
  });
});
