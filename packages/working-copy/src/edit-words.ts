import * as Y from 'yjs';
import type { SharedDocument } from './shared-document.ts';
import type { SuggestionKey } from './suggestions/suggestion.ts';

/**
 * Types a word into the text as an editor does: letters are put in where the cursor is, and nothing
 * else of the document is touched.
 * @param at the block, counted from 0; a paragraph of its own is begun before it where `isNew`
 * @param suggestion of which the word is an insertion, where it is only suggested
 */
export function typeWord(
  shared: SharedDocument,
  word: string,
  {
    at,
    isNew,
    atStart,
    suggestion,
  }: { at: number; isNew: boolean; atStart: boolean; suggestion?: SuggestionKey },
): void {
  const body = shared.getXmlFragment('body');
  const paragraph = body.get(Math.min(at, body.length - 1));
  const attributes = suggestion === undefined ? {} : { insertion: suggestion };
  if (isNew || !(paragraph instanceof Y.XmlElement)) {
    const own = new Y.XmlElement('paragraph');
    const words = new Y.XmlText();
    words.insert(0, word, attributes);
    own.insert(0, [words]);
    body.insert(Math.min(at, body.length), [own]);
    return;
  }
  const [first] = paragraph.toArray();
  const text = first instanceof Y.XmlText ? first : new Y.XmlText();
  if (text !== first) paragraph.insert(0, [text]);
  // Without attributes of its own it would get those of the words before it.
  text.insert(atStart ? 0 : text.length, ` ${word} `, attributes);
}

/** Deletes the first occurrence of a word, letter by letter as a cursor would; false if it is not there. */
export function deleteWord(shared: SharedDocument, word: string): boolean {
  const place = findWord(shared, word);
  place?.text.delete(place.at, word.length);
  return place !== null;
}

/** Suggests that the first occurrence of a word is deleted; false if it is not there. */
export function suggestWordDeletion(
  shared: SharedDocument,
  word: string,
  suggestion: SuggestionKey,
): boolean {
  const place = findWord(shared, word);
  place?.text.format(place.at, word.length, { deletion: suggestion });
  return place !== null;
}

/** Types a letter into the middle of some words, with their marks; returns false if the words are missing. */
export function typeWithin(shared: SharedDocument, words: string): boolean {
  const place = findWord(shared, words);
  // Without attributes of its own it gets those of the letters before it.
  place?.text.insert(place.at + (words.length >> 1), 'x');
  return place !== null;
}

function findWord(shared: SharedDocument, word: string): { text: Y.XmlText; at: number } | null {
  for (const block of shared.getXmlFragment('body').toArray()) {
    if (!(block instanceof Y.XmlElement)) continue;
    for (const text of block.toArray()) {
      if (!(text instanceof Y.XmlText)) continue;
      const at = lettersOf(text).indexOf(word);
      if (at !== -1) return { text, at };
    }
  }
  return null;
}

/** The letters of a text without its marks, which Yjs would write among them. */
const lettersOf = (text: Y.XmlText): string =>
  (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('');

/** How many blocks the text has. */
export const countBlocks = (shared: SharedDocument): number => shared.getXmlFragment('body').length;
