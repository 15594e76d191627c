import {
  suggestDeletion,
  suggestParagraph,
  suggestWords,
} from '@viewpoints/working-copy/testing/suggest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decisionInput, newSuggestion as keyOf, writeAtPage } from '../testing/suggest-changes.ts';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { approve, writeArticle } from '../testing/written-article.ts';

/** Suggestions inside another author's open suggestion. */
let desk: TestDesk;
let ines: Person;
let helen: Person;
let omar: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  [ines, helen, omar] = await Promise.all([
    desk.person('contributor'),
    desk.person('editor'),
    desk.person('editor', 'publisher'),
  ]);
});
afterAll(() => desk.close());

/** A paragraph that Helen suggests, with words in it that Ines suggests. */
async function nested() {
  const { id } = await writeArticle(desk.db.editorial, ines);
  await approve(id, ines, omar);
  const [outer, inner] = [keyOf(helen), keyOf(ines)];
  const change = writeAtPage.bind(null, desk);
  await change(helen, id, (shared) =>
    suggestParagraph(shared, outer, 'They will agree.', 'The talks'),
  );
  await change(ines, id, (shared) => suggestWords(shared, inner, ' never', 'They will'));
  const decide = async (verdict: 'accept' | 'refuse', ...keys: (typeof inner)[]) =>
    omar.call.editor.articles.suggestions[verdict]({
      articleId: id,
      suggestions: await decisionInput(omar, id, keys),
    });
  const state = async () => {
    const { article, review } = await omar.call.editor.articles.get({ id });
    return {
      text: JSON.stringify(article.body),
      pending: review.pending.map(({ authorId }) => authorId).toSorted(),
    };
  };
  return { id, outer, inner, change, decide, state };
}
/** The audit details of accepted suggestions, in their order. */
const recorded = async (id: string) =>
  (
    await desk.db.sql<{ details: object }>(
      `select details from audit_record where action = 'suggestion.accept' and subject_id = $1
        order by (details->>'save')::int`,
      [id],
    )
  ).map(({ details }) => details);
const accounts = (...people: Person[]) => people.map(({ account }) => account.id).toSorted();

test('what is in a suggestion is not accepted before it, and says what to do first', async () => {
  const { id, outer, inner, decide, change, state } = await nested();
  const before = await state();
  const refused = {
    code: 'refused',
    reasons: [{ code: 'suggestion_enclosed', details: { ids: [inner.id], first: [outer.id] } }],
  };
  expect(await problemIn(decide('accept', inner))).toMatchObject(refused);
  const deletion = keyOf(omar);
  await change(omar, id, (shared) => suggestDeletion(shared, deletion, 'agree'));
  expect((await problemIn(decide('accept', deletion))).reasons[0]?.code).toBe(
    'suggestion_enclosed',
  );
  expect(await state()).toEqual(before);
  const listed = await omar.call.editor.articles.suggestions.list({ articleId: id });
  expect(listed.map(({ enclosedBy }) => enclosedBy)).toEqual([[], [outer], [outer]]);
  // Refusing it does not accept another author's words.
  expect(await decide('refuse', deletion)).toMatchObject({ decided: 1 });
  expect(await decide('accept', outer)).toMatchObject({ decided: 1 });
  expect(await decide('accept', inner)).toMatchObject({ decided: 1 });
  const { text, pending } = await state();
  expect(text).toContain('They will never agree.');
  expect(pending).toEqual(accounts(ines, helen, omar));
});

test('accepted together they are what all of them wrote', async () => {
  const { id, inner, outer, decide, state } = await nested();
  expect(await decide('accept', inner, outer)).toMatchObject({ decided: 2, gone: 0 });
  // The outer one first.
  expect(await recorded(id)).toMatchObject([
    { count: 1, authorId: helen.account.id },
    { count: 1, authorId: ines.account.id },
  ]);
  const { text, pending } = await state();
  expect(text).toContain('They will never agree.');
  expect(pending).toEqual(accounts(ines, helen, omar));
});

test('those that are in one another are what all of them wrote', async () => {
  const { id, inner, outer, change, decide, state } = await nested();
  await change(ines, id, (shared) => {
    suggestParagraph(shared, inner, 'It will be cold.', 'The council');
  });
  await change(helen, id, (shared) => suggestWords(shared, outer, ' hardly', 'It will'));
  expect((await problemIn(decide('accept', outer))).reasons[0]?.code).toBe('suggestion_enclosed');
  expect(await decide('accept', outer, inner)).toMatchObject({ decided: 2 });
  expect(await recorded(id)).toMatchObject([{ count: 2, authors: 2 }]);
  const { text, pending } = await state();
  expect(text).toContain('They will never agree.');
  expect(text).toContain('It will hardly be cold.');
  expect(pending).toEqual(accounts(ines, helen, omar));
});
