import * as Y from 'yjs';

/**
 * Calls back with each item of a text that is a letter or more, its position, and the marks on it by
 * name. The marks are the same object for all letters between two changes of them.
 */
export function forEachLetters(
  text: Y.Text,
  visit: (item: Y.Item, index: number, marks: ReadonlyMap<string, unknown>) => void,
): void {
  let marks = new Map<string, unknown>();
  let index = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentFormat) {
      const { key, value } = item.content;
      marks = new Map(marks);
      if (value === null) marks.delete(key);
      else marks.set(key, value);
    } else if (item.countable) {
      visit(item, index, marks);
      index += item.length;
    }
  }
}

/** The texts of a document, those in lists, tables and notes included. */
export function* textsIn(part: Y.XmlFragment): Generator<Y.XmlText> {
  for (const child of part.toArray())
    if (child instanceof Y.XmlText) yield child;
    else if (child instanceof Y.XmlElement) yield* textsIn(child);
}
