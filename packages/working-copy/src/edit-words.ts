import * as Y from 'yjs';
import type { SharedDocument } from './shared-document.ts';

/**
 * Types a word into the text as an editor does: letters are put in where the cursor is, and nothing
 * else of the document is touched.
 * @param at the block, counted from 0; a paragraph of its own is begun before it where `isNew`
 */
export function typeWord(
  shared: SharedDocument,
  word: string,
  { at, isNew, atStart }: { at: number; isNew: boolean; atStart: boolean },
): void {
  const body = shared.getXmlFragment('body');
  const paragraph = body.get(Math.min(at, body.length - 1));
  if (isNew || !(paragraph instanceof Y.XmlElement)) {
    const own = new Y.XmlElement('paragraph');
    own.insert(0, [new Y.XmlText(word)]);
    body.insert(Math.min(at, body.length), [own]);
    return;
  }
  const [first] = paragraph.toArray();
  const text = first instanceof Y.XmlText ? first : new Y.XmlText();
  if (text !== first) paragraph.insert(0, [text]);
  text.insert(atStart ? 0 : text.length, ` ${word} `);
}

/** Deletes the first occurrence of a word, letter by letter as a cursor would; false where it is not there. */
export function deleteWord(shared: SharedDocument, word: string): boolean {
  for (const block of shared.getXmlFragment('body').toArray()) {
    if (!(block instanceof Y.XmlElement)) continue;
    for (const text of block.toArray()) {
      if (!(text instanceof Y.XmlText)) continue;
      const at = text.toString().indexOf(word);
      if (at === -1) continue;
      text.delete(at, word.length);
      return true;
    }
  }
  return false;
}

/** How many blocks the text has. */
export const countBlocks = (shared: SharedDocument): number => shared.getXmlFragment('body').length;
