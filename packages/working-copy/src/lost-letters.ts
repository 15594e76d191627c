import * as Y from 'yjs';

/** Letters in a row that one client wrote one after another, by the id that Yjs gave the first. */
export type Letters = { client: number; clock: number; text: string };

/** What became of an update that was put into a shared document. */
export type Applied = {
  /** `incomplete` if it builds on missing changes; the document must be discarded then. */
  result: 'changed' | 'unchanged' | 'incomplete';
  /**
   * Letters that it inserts into text that another had deleted by then. A block that is moved is
   * deleted and written again elsewhere, since Yjs cannot move, so this is not only text that is gone.
   */
  late: Letters[];
  /** Others' letters that went with the text around them, deleted by an author who had not seen them. */
  unseen: Letters[];
};

/**
 * Applies a remote change to a shared document, and finds the letters that were lost by it: those
 * that are deleted now, although the update does not delete them itself.
 * @param origin passed to observers of the document
 */
export function applyWritten(shared: Y.Doc, update: Uint8Array, origin?: unknown): Applied {
  let isChanged = false;
  const note = () => {
    isChanged = true;
  };
  const { structs, ds } = Y.decodeUpdate(update);
  const late: Letters[] = [];
  const unseen: Letters[] = [];
  const isOwn = (client: number, clock: number) => Y.isDeleted(ds, Y.createID(client, clock));
  // What was deleted is still there at the end of the transaction, and is forgotten right after.
  const find = (transaction: Y.Transaction) => {
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      if (!isLetters(struct)) return;
      const { client, clock } = struct.id;
      const isOld = clock < (transaction.beforeState.get(client) ?? 0);
      if (isOld) addLetters(unseen, struct, (at) => !isOwn(client, at));
    });
    for (const struct of structs) {
      if (!isLetters(struct)) continue;
      const { client, clock } = struct.id;
      const known = transaction.beforeState.get(client) ?? 0;
      const isLost = (at: number) =>
        at >= known && !isOwn(client, at) && isGone(shared, client, at);
      if (clock + struct.length > known) addLetters(late, struct, isLost);
    }
  };
  shared.on('update', note);
  shared.on('afterTransaction', find);
  Y.applyUpdate(shared, update, origin);
  shared.off('afterTransaction', find);
  shared.off('update', note);
  const { pendingStructs, pendingDs } = shared.store;
  if (pendingStructs !== null || pendingDs !== null) return { result: 'incomplete', late, unseen };
  return { result: isChanged ? 'changed' : 'unchanged', late, unseen };
}

/** The letters that an update inserts and does not delete again. */
export function lettersOf(update: Uint8Array): Letters[] {
  const { structs, ds } = Y.decodeUpdate(update);
  const found: Letters[] = [];
  for (const struct of structs) {
    if (!isLetters(struct)) continue;
    const { client } = struct.id;
    addLetters(found, struct, (clock) => !Y.isDeleted(ds, Y.createID(client, clock)));
  }
  return found;
}

/** Letters as readable words: letters written in a row are one text. Spaces alone are none. */
export function wordsOf(lost: readonly Letters[]): string[] {
  const words: string[] = [];
  let before: Letters | undefined;
  for (const each of lost.toSorted((a, b) => a.client - b.client || a.clock - b.clock)) {
    const follows =
      before?.client === each.client && before.clock + before.text.length === each.clock;
    if (follows) words.push(`${words.pop() ?? ''}${each.text}`);
    else words.push(each.text);
    before = each;
  }
  return words.map((text) => text.trim()).filter((text) => text !== '');
}

type Struct = Y.Item | Y.GC;
type LetterItem = Y.Item & { content: Y.ContentString };

const isLetters = (struct: object): struct is LetterItem =>
  struct instanceof Y.Item && struct.content instanceof Y.ContentString;

/** Whether what has this id is deleted; false for what is not there yet. */
function isGone(shared: Y.Doc, client: number, clock: number): boolean {
  if (clock >= Y.getState(shared.store, client)) return false;
  return (Y.getItem(shared.store, Y.createID(client, clock)) as Struct).deleted;
}

function addLetters(
  found: Letters[],
  { id: { client, clock }, content: { str } }: LetterItem,
  isMeant: (clock: number) => boolean,
): void {
  let start = -1;
  for (let at = 0; at <= str.length; at += 1) {
    const isIn = at < str.length && isMeant(clock + at);
    if (isIn && start < 0) start = at;
    if (isIn || start < 0) continue;
    found.push({ client, clock: clock + start, text: str.slice(start, at) });
    start = -1;
  }
}
