import * as Y from 'yjs';
import {
  type BlockMove,
  type SuggestionKey,
  writeBlockChange,
  writeKey,
} from '../suggestions/suggestion.ts';

/** The paragraph with these words, and its text, in a shared document. */
export function placeOf(
  shared: Y.Doc,
  words: string,
): { block: Y.XmlElement; text: Y.XmlText; at: number } {
  for (const block of shared.getXmlFragment('body').toArray()) {
    if (!(block instanceof Y.XmlElement)) continue;
    for (const text of block.toArray()) {
      if (!(text instanceof Y.XmlText)) continue;
      const plain = (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('');
      const at = plain.indexOf(words);
      if (at >= 0) return { block, text, at };
    }
  }
  throw new Error(`“${words}” is in no paragraph`);
}

/** Suggests words after others, letter by letter as an editor does. */
export function suggestWords(
  shared: Y.Doc,
  key: SuggestionKey,
  added: string,
  behind: string,
): void {
  const { text, at } = placeOf(shared, behind);
  text.insert(at + behind.length, added, { insertion: key });
}

/** Suggests that words are deleted. */
export function suggestDeletion(shared: Y.Doc, key: SuggestionKey, words: string): void {
  const { text, at } = placeOf(shared, words);
  text.format(at, words.length, { deletion: key });
}

/** Makes words a link, as who edits them does, also those that are only suggested. */
export function linkWords(shared: Y.Doc, words: string, href: string): void {
  const { text, at } = placeOf(shared, words);
  text.format(at, words.length, { link: { href } });
}

/** Suggests a paragraph after the block that has these words. */
export function suggestParagraph(
  shared: Y.Doc,
  key: SuggestionKey,
  words: string,
  behind: string,
): void {
  const body = shared.getXmlFragment('body');
  body.insertAfter(placeOf(shared, behind).block, [suggestedParagraph(key, words)]);
}

/** Suggests a paragraph at the end of a text, which may be empty. */
export function suggestLast(shared: Y.Doc, key: SuggestionKey, words: string): void {
  shared.getXmlFragment('body').push([suggestedParagraph(key, words)]);
}

function suggestedParagraph(key: SuggestionKey, words: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  paragraph.setAttribute('suggestedInsertion', writeKey(key));
  return paragraph;
}

/** Suggests something of the block that has these words. */
export function suggestOfBlock(
  shared: Y.Doc,
  attribute: 'suggestedDeletion' | 'suggestedJoin' | 'suggestedChange',
  value: string,
  words: string,
): void {
  placeOf(shared, words).block.setAttribute(attribute, value);
}

/** Suggests a break after words. */
export function suggestBreak(shared: Y.Doc, key: SuggestionKey, behind: string): void {
  const { block, text, at } = placeOf(shared, behind);
  const rest = text.toString().slice(at + behind.length);
  text.delete(at + behind.length, rest.length);
  const mark = new Y.XmlElement('suggestedBreak');
  mark.setAttribute('suggestedInsertion', writeKey(key));
  block.insertAfter(text, [mark, new Y.XmlText(rest)]);
}

/** Suggests to move the paragraph with these words into lists, quotes or the like. */
export function suggestMoved(
  shared: Y.Doc,
  key: SuggestionKey,
  words: string,
  { within, shared: count = 0 }: { within: BlockMove['within']; shared?: number },
): void {
  const move = { within, shared: count };
  const change = writeBlockChange(key, { type: 'paragraph', attrs: {}, move });
  suggestOfBlock(shared, 'suggestedChange', change, words);
}

/** Suggests a row with these words at the end of the first table. */
export function suggestRow(shared: Y.Doc, key: SuggestionKey, ...cells: string[]): void {
  const table = shared
    .getXmlFragment('body')
    .toArray()
    .find((block) => block instanceof Y.XmlElement && block.nodeName === 'table');
  if (!(table instanceof Y.XmlElement)) throw new Error('There is no table');
  const row = new Y.XmlElement('tableRow');
  row.setAttribute('suggestedInsertion', writeKey(key));
  row.insert(
    0,
    cells.map((words) => {
      const cell = new Y.XmlElement('tableCell');
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(words)]);
      for (const name of ['colspan', 'rowspan']) cell.setAttribute(name, 1 as never);
      cell.insert(0, [paragraph]);
      return cell;
    }),
  );
  table.push([row]);
}
