import { addSource, paragraphs } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { prose, writeWithFinding } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
});
afterAll(() => desk.close());

const db = () => desk.db.editorial;

/** The reasons that a contributor and an editor get for an article with these words. */
async function reasonsOf(words: string) {
  const source = await addSource(db(), {
    ...{ kind: 'event', descriptor: 'a participant' },
    terms: { attribution: 'chatham_house', disclosure: 'clear' },
    participants: [
      {
        ...{ id: crypto.randomUUID(), name: 'Ilya Soren', affiliation: 'Delta Navigation Board' },
        alsoProtected: ['the harbour master'],
      },
    ],
  });
  const { article, finding } = await writeWithFinding(db(), author, {
    attribution: { sourceId: source.id, terms: null, descriptor: null, participantId: null },
  });
  await editor.call.editor.findings.verify({ id: finding.id });
  const { id, save } = article;
  const saved = await author.call.editor.articles.save({
    ...{ id, seen: save },
    content: { ...articleContentOf(article), body: paragraphs(...prose, words) },
  });
  const codesFor = async (person: Person) => {
    const { publishable } = await person.call.editor.articles.get({ id });
    return publishable.ok ? [] : publishable.reasons.map(({ code }) => code);
  };
  return {
    saved: JSON.stringify(Object.keys(saved)),
    author: await codesFor(author),
    editor: await codesFor(editor),
  };
}

// Any difference between a name that is searched for and one that is not would reveal participants.
test.each(['As Ilya Soren said.', 'As I. Soren said.', 'As the harbour master said.'])(
  'who may not see a source learns nothing of its names by typing “%s”',
  async (words) => {
    const [guessed, other] = [await reasonsOf(words), await reasonsOf('As Mira Hale said.')];
    expect(guessed.author).toEqual(other.author);
    expect(guessed.saved).toEqual(other.saved);
    expect(guessed.author.filter((code) => code.includes('mention'))).toEqual([]);
    // The reviewer gets the reason.
    expect(guessed.editor.some((code) => code.includes('mention'))).toBe(true);
  },
);
