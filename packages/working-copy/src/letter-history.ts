import * as Y from 'yjs';
import type { Letters } from './lost-letters.ts';

/** What is stored of a shared document: a state, and the updates since. */
type Past = { state: Uint8Array; updates: readonly Uint8Array[] };

export type Letter = { client: number; clock: number; text: string };

/** A document that forgets nothing, and which of its deleted letters were written again as which. */
export type Followed = { whole: Y.Doc; became: Became };

/**
 * What is known of the deleted letters of a shared document while somebody holds its lock. It is read
 * once and only where letters came to nothing; what is stored afterwards is added to it.
 */
export type LetterHistory = {
  /** Reads what is stored, and then an update; null where that would be too much work. */
  read: (update: Uint8Array) => Followed | null;
  /** Takes from the work that may be done for the document; false once there is too little left. */
  spend: Spend;
  /** How much work was done: bytes that were read, and letters and items that were visited. */
  spent: () => number;
};
type Spend = (work: number) => boolean;

/**
 * Most work for lost letters while an article is locked: nobody else can write in it meanwhile, and
 * the process does nothing else. It is under a second, and enough for the longest article.
 */
const maxWork = 2_000_000;

/**
 * Follows the deleted letters of a shared document, for as long as its article is locked.
 * @param past gives what is stored of the document by then
 */
export function createLetterHistory(past: () => Past, most = maxWork): LetterHistory {
  let followed: Followed | null = null;
  let known = 0;
  let spent = 0;
  const spend: Spend = (work) => {
    if (spent + work > most) {
      spent = most;
      return false;
    }
    spent += work;
    return true;
  };
  return {
    spend,
    spent: () => spent,
    read: (update) => {
      const { state, updates } = past();
      if (spent >= most) return null;
      if (followed === null) {
        if (!spend(state.length)) return null;
        followed = { whole: new Y.Doc({ gc: false }), became: createBecame() };
        Y.applyUpdate(followed.whole, state);
      }
      for (const each of [...updates.slice(known), update])
        if (!spend(each.length) || !follow(followed, each, spend)) return null;
      known = updates.length;
      return followed;
    },
  };
}

/** Which letters became which. */
type Became = {
  set: (from: Letter, to: Letter) => void;
  /** Whether any letter of this client became another. */
  hasOf: (client: number) => boolean;
  /** What a letter is now, however often it was written again; undefined for one that never was. */
  last: (client: number, clock: number) => Letter | undefined;
};

function createBecame(): Became {
  const byClient = new Map<number, Map<number, Letter>>();
  const get = (client: number, clock: number) => byClient.get(client)?.get(clock);
  const set = (client: number, clock: number, to: Letter) => {
    const own = byClient.get(client) ?? new Map<number, Letter>();
    own.set(clock, to);
    byClient.set(client, own);
  };
  return {
    set: (from, to) => set(from.client, from.clock, to),
    hasOf: (client) => byClient.has(client),
    last: (client, clock) => {
      const first = get(client, clock);
      let found = first;
      while (found !== undefined) {
        const next = get(found.client, found.clock);
        if (next === undefined) break;
        found = next;
      }
      // Who asks for it again need not follow it again.
      if (found !== undefined && found !== first) set(client, clock, found);
      return found;
    },
  };
}

/**
 * Puts an update into a document that forgets nothing, and notes which deleted letters it wrote again.
 * @returns false where that was too much work, and not all is noted
 */
function follow({ whole, became }: Followed, update: Uint8Array, spend: Spend): boolean {
  const { ds } = Y.decodeUpdate(update);
  let isDone = true;
  whole.once('afterTransaction', (transaction: Y.Transaction) => {
    isDone = noteWritten(transaction, { ds, became, spend });
  });
  Y.applyUpdate(whole, update);
  return isDone;
}

type DeleteSet = ReturnType<typeof Y.decodeUpdate>['ds'];

function noteWritten(
  transaction: Y.Transaction,
  { ds, became, spend }: { ds: DeleteSet; became: Became; spend: Spend },
): boolean {
  const isNew = ({ client, clock }: Letters) => clock >= (transaction.beforeState.get(client) ?? 0);
  const isNamed = ({ client, clock }: Letters) => Y.isDeleted(ds, Y.createID(client, clock));
  const died = new Set<Y.XmlText>();
  const late: Letter[] = [];
  let visited = 0;
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    visited += 1;
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return;
    const { parent, id } = struct;
    if (!(parent instanceof Y.XmlText) || parent._item?.deleted !== true) return;
    if (Y.isDeleted(transaction.deleteSet, parent._item.id)) died.add(parent);
    if (id.clock + struct.length <= (transaction.beforeState.get(id.client) ?? 0)) return;
    visited += struct.length;
    late.push(...lettersIn(struct).filter(isNew));
  });
  if (!spend(visited)) return false;
  // Who deletes letters of a text that stays, as most do, writes nothing again.
  if (died.size === 0 && late.length === 0) return true;
  const written = writtenIn(transaction, { isNew, spend });
  if (written === null) return false;
  if (written.length === 0) return true;
  const texts: Letter[][] = [];
  for (const text of died) {
    if (!spend(sizeOf(text))) return false;
    const letters: Letter[] = [];
    for (let item = text._start; item !== null; item = item.right)
      if (Y.isDeleted(transaction.deleteSet, item.id))
        for (const each of lettersIn(item)) if (isNamed(each)) letters.push(each);
    if (letters.length > 0) texts.push(letters);
  }
  if (!pair(texts.toSorted(byFirst), written, { became, spend })) return false;
  if (late.length === 0) return true;
  // What was late before, and was carried with the update that brought it.
  const writers = new Set(late.map(({ client }) => client));
  const carried = written
    .flat()
    .filter(({ client }) => !writers.has(client))
    .toSorted(byId);
  late.sort(byId);
  if (textOf(late) === textOf(carried)) join(late, carried, became);
  return true;
}

/**
 * The letters that a transaction wrote and left, each run in the order of its text; null where that is
 * too much work.
 */
function writtenIn(
  { doc, beforeState, afterState }: Y.Transaction,
  { isNew, spend }: { isNew: (letter: Letter) => boolean; spend: Spend },
): Letter[][] | null {
  const texts = new Set<Y.XmlText>();
  for (const [client, clock] of afterState) {
    const before = beforeState.get(client) ?? 0;
    const structs = clock > before ? (doc.store.clients.get(client) ?? []) : [];
    for (let at = structs.length - 1; at >= 0; at -= 1) {
      const struct = structs[at];
      if (struct === undefined || struct.id.clock + struct.length <= before) break;
      if (struct instanceof Y.Item && !struct.deleted && struct.parent instanceof Y.XmlText)
        texts.add(struct.parent);
    }
  }
  const runs: Letter[][] = [];
  for (const text of texts) {
    let run: Letter[] = [];
    const end = () => {
      if (run.length > 0) runs.push(run);
      run = [];
    };
    for (let item = text._start; item !== null; item = item.right) {
      if (!spend(1)) return null;
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
      if (item.id.clock + item.length <= (beforeState.get(item.id.client) ?? 0)) end();
      else if (!spend(item.length)) return null;
      else
        for (const each of lettersIn(item))
          if (isNew(each)) run.push(each);
          else end();
    }
    end();
  }
  return runs.toSorted(byFirst);
}

/**
 * Notes which letters became which: those of a text that is gone, and of one that was written with the
 * same words. Texts that say the same are taken in their order, where there are as many of both.
 * @returns false where that was too much work
 */
function pair(
  texts: readonly Letter[][],
  written: readonly Letter[][],
  { became, spend }: { became: Became; spend: Spend },
): boolean {
  const runs = written.map((letters) => ({ letters, says: textOf(letters) }));
  const equals = Map.groupBy(runs, ({ says }) => says);
  const length = runs.reduce((sum, { letters }) => sum + letters.length, 0);
  for (const [says, same] of Map.groupBy(texts, textOf)) {
    const equal = (equals.get(says) ?? []).map(({ letters }) => letters);
    const isPaired = equal.length === same.length;
    // A text is searched many times faster than its letters are visited.
    if (!isPaired && !spend(Math.ceil(length / 16))) return false;
    const places = isPaired ? equal : occurrences(runs, says);
    if (places.length !== same.length) continue;
    for (const [index, letters] of same.entries()) join(letters, places[index] ?? [], became);
  }
  return true;
}

function occurrences(
  written: readonly { letters: Letter[]; says: string }[],
  words: string,
): Letter[][] {
  return written.flatMap(({ letters, says }) => {
    const found: Letter[][] = [];
    for (let at = says.indexOf(words); at >= 0; at = says.indexOf(words, at + words.length))
      found.push(letters.slice(at, at + words.length));
    return found;
  });
}

function join(from: readonly Letter[], to: readonly Letter[], became: Became): void {
  for (const [index, letter] of from.entries()) {
    const next = to[index];
    if (next !== undefined) became.set(letter, next);
  }
}

/** How many letters and other items a text has, deleted ones included. */
function sizeOf(text: Y.XmlText): number {
  let size = 0;
  for (let item = text._start; item !== null; item = item.right) size += item.length;
  return size;
}

function lettersIn({ id: { client, clock }, content }: Y.Item): Letter[] {
  if (!(content instanceof Y.ContentString)) return [];
  return content.str.split('').map((text, at) => ({ client, clock: clock + at, text }));
}

const textOf = (letters: readonly Letter[]): string => letters.map(({ text }) => text).join('');

/** The order of letters by who wrote them, and when. */
export const byId = (a: Letters, b: Letters): number => a.client - b.client || a.clock - b.clock;
const byFirst = ([a]: readonly Letter[], [b]: readonly Letter[]): number =>
  a === undefined || b === undefined ? 0 : byId(a, b);
