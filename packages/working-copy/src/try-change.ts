import * as Y from 'yjs';
import { lettersOf, wordsOf } from './lost-letters.ts';
import { readEverything } from './read-nodes.ts';
import { readShared } from './shared-content.ts';
import { isKnown } from './suggestions/is-known.ts';

/**
 * Applies a change to a copy of a shared document, to find out whether the document may have it: an
 * editor deletes what its schema does not know, for everybody, as soon as it is in the document.
 * @returns `refused` if no schema accepts the result, `incomplete` if it builds on missing changes
 */
export function tryChange(shared: Y.Doc, change: Uint8Array): 'fits' | 'refused' | 'incomplete' {
  const copy = copyWith(shared, change);
  if (isIncomplete(copy)) return 'incomplete';
  return readShared(copy).success && isKnown(readEverything(copy.getXmlFragment('body')))
    ? 'fits'
    : 'refused';
}

/**
 * The words of a change that cannot be in a shared document, for a person to read: each text that it
 * wrote in, as it would be. Codes and ids are no words.
 */
export function wordsOfChange(shared: Y.Doc, change: Uint8Array): string[] {
  const copy = copyWith(shared, change);
  if (isIncomplete(copy)) return wordsOf(lettersOf(change));
  const isNew = ({ id, length }: Y.Item) => id.clock + length > Y.getState(shared.store, id.client);
  const parts = [...copy.share.values()];
  return parts.flatMap((part) => wordsIn(part, isNew)).filter((words) => words !== '');
}

function copyWith(shared: Y.Doc, change: Uint8Array): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(shared));
  Y.applyUpdate(copy, change);
  return copy;
}

const isIncomplete = ({ store }: Y.Doc): boolean =>
  store.pendingStructs !== null || store.pendingDs !== null;

type Part = Pick<Y.XmlText, '_start' | '_map'>;

function wordsIn({ _start, _map }: Part, isNew: (item: Y.Item) => boolean): string[] {
  let text = '';
  let isWritten = false;
  const within: string[] = [];
  const named = [..._map.values()].filter((item) => !item.deleted);
  for (const item of named) {
    if (item.content instanceof Y.ContentType) within.push(...wordsIn(item.content.type, isNew));
    else if (isNew(item)) within.push(...item.content.getContent().filter(areWords));
  }
  for (let item = _start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentType) within.push(...wordsIn(item.content.type, isNew));
    if (!(item.content instanceof Y.ContentString)) continue;
    text += item.content.str;
    isWritten ||= isNew(item);
  }
  return isWritten ? [text.trim(), ...within] : within;
}

const areWords = (value: unknown): value is string =>
  typeof value === 'string' && /\s/.test(value.trim());
