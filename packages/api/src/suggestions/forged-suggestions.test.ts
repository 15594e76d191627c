import type { SharedDocument } from '@viewpoints/working-copy/shared-document';
import type { SuggestionKey } from '@viewpoints/working-copy/suggestions/suggestion';
import {
  placeOf,
  suggestDeletion,
  suggestParagraph,
  suggestWords,
} from '@viewpoints/working-copy/testing/suggest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asSeen, newSuggestion as keyOf, writeAtPage } from '../testing/suggest-changes.ts';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { writeArticle } from '../testing/written-article.ts';

/** Updates that a forged client could send: any change to the shared document that Yjs can encode. */
let desk: TestDesk;
let ines: Person;
let omar: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  [ines, omar] = await Promise.all([desk.person('contributor'), desk.person('editor')]);
});
afterAll(() => desk.close());

type Act = (shared: SharedDocument) => void;
const send = (person: Person, id: string, act: Act) => writeAtPage(desk, person, id, act);
const listed = (articleId: string) => ines.call.editor.articles.suggestions.list({ articleId });
const accept = async (person: Person, articleId: string, ...keys: SuggestionKey[]) =>
  person.call.editor.articles.suggestions.accept({
    articleId,
    suggestions: await asSeen(person, articleId, keys),
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
