import * as Y from 'yjs';
import { type Applied, applyWritten, type Letters } from './lost-letters.ts';
import { changeOf, isChange } from './shared-document.ts';

/** What is stored of a shared document: a state, and the updates since. */
export type Past = { state: Uint8Array; updates: readonly Uint8Array[] };

type Letter = { client: number; clock: number; text: string };

/**
 * Applies a remote change to a shared document, and moves letters that were lost by it to where the
 * text around them is now.
 * @param past returns what is stored of the document, for the rare case that letters were lost
 * @returns what could not be moved, and updates to be stored with the update
 */
export function applyAndCarry(
  shared: Y.Doc,
  update: Uint8Array,
  past: () => Past,
): Applied & { corrections: Uint8Array[] } {
  const applied = applyWritten(shared, update);
  const lost = [...applied.late, ...applied.unseen];
  if (applied.result === 'incomplete' || lost.length === 0) return { ...applied, corrections: [] };
  let left: readonly Letters[] = lost;
  const carried = changeOf(shared, () => {
    shared.transact(() => {
      left = carryLetters(shared, { ...past(), update }, lost);
    });
  });
  const isLeft = (each: Letters) => left.includes(each);
  // Who reads the update later does not take what was carried for lost.
  const named = deletionOf(applied.unseen.filter((each) => !isLeft(each)));
  return {
    result: applied.result,
    late: applied.late.filter(isLeft),
    unseen: applied.unseen.filter(isLeft),
    corrections: [...(isChange(carried) ? [carried] : []), ...(named === null ? [] : [named])],
  };
}

/** An update that deletes letters and does nothing else, in the first encoding of Yjs. */
function deletionOf(letters: readonly Letters[]): Uint8Array | null {
  if (letters.length === 0) return null;
  const byClient = [...Map.groupBy(letters, ({ client }) => client)];
  const numbers = [
    ...[0, byClient.length],
    ...byClient.flatMap(([client, own]) => [
      ...[client, own.length],
      ...own.toSorted(byId).flatMap(({ clock, text }) => [clock, text.length]),
    ]),
  ];
  return new Uint8Array(numbers.flatMap(encoded));
}

/** A number as seven bits a byte, the last byte without the eighth. */
function encoded(number: number): number[] {
  return number < 128 ? [number] : [(number % 128) + 128, ...encoded(Math.floor(number / 128))];
}

/**
 * Writes letters that came to nothing where the text around them is now: a block that was moved, or
 * joined to another, was deleted and its words were written again. Which letter became which is found
 * by following the stored updates, in a document that forgets nothing.
 * @param shared has the update
 * @returns those whose place is not known: their text was deleted, or too long ago
 */
function carryLetters(
  shared: Y.Doc,
  past: Past & { update: Uint8Array },
  lost: readonly Letters[],
): Letters[] {
  const whole = new Y.Doc({ gc: false });
  const became = new Map<string, Letter>();
  Y.applyUpdate(whole, past.state);
  for (const update of [...past.updates, past.update]) follow(whole, update, became);
  const left: Letters[] = [];
  for (const run of lost.toSorted((a, b) => a.client - b.client || a.clock - b.clock))
    if (!isPlain(whole, past.update, run) || !carry(shared, whole, { run, became })) left.push(run);
  return left;
}

type Carrying = { run: Letters; became: Map<string, Letter> };

/** Writes letters in a row; false if it cannot be decided where they belong. */
function carry(shared: Y.Doc, whole: Y.Doc, { run, became }: Carrying): boolean {
  const before = nearest(shared, whole, { of: run, became, side: 'left' });
  const last = { ...run, clock: run.clock + run.text.length - 1 };
  const after = before ?? nearest(shared, whole, { of: last, became, side: 'right' });
  if (after === null) return false;
  const position = Y.createAbsolutePositionFromRelativePosition(
    Y.createRelativePositionFromJSON({
      item: { client: after.client, clock: after.clock },
      assoc: before === null ? 0 : -1,
    }),
    shared,
  );
  if (position === null || !(position.type instanceof Y.XmlText)) return false;
  // As a part of a suggestion they would not be in the text.
  if (isSuggested(position.type, position.index)) return false;
  const { clientID } = shared;
  const clock = Y.getState(shared.store, clientID);
  position.type.insert(position.index, run.text);
  for (const [at, text] of run.text.split('').entries())
    became.set(keyOf({ client: run.client, clock: run.clock + at }), {
      ...{ client: clientID, clock: clock + at, text },
    });
  return true;
}

const keyOf = ({ client, clock }: { client: number; clock: number }) => `${client} ${clock}`;

/** What the nearest letter on one side of a lost one has become, in text that is there. */
function nearest(
  shared: Y.Doc,
  whole: Y.Doc,
  {
    of: { client, clock },
    became,
    side,
  }: {
    of: { client: number; clock: number };
    became: ReadonlyMap<string, Letter>;
    side: 'left' | 'right';
  },
): Letter | null {
  const lost = Y.getItem(whole.store, Y.createID(client, clock)) as Y.Item | Y.GC;
  if (!(lost instanceof Y.Item) || !(lost.parent instanceof Y.XmlText)) return null;
  const letters = lettersOf(lost.parent);
  const index = letters.findIndex((each) => each.client === client && each.clock === clock);
  const candidates = side === 'left' ? letters.slice(0, index).reverse() : letters.slice(index + 1);
  for (const each of candidates) {
    let found = became.get(keyOf(each));
    while (found !== undefined) {
      const next = became.get(keyOf(found));
      if (next === undefined) break;
      found = next;
    }
    if (found !== undefined && isThere(shared, found)) return found;
  }
  return null;
}

/** Whether the text that a letter is in is there; the letter itself may have been deleted since. */
function isThere(shared: Y.Doc, { client, clock }: Letter): boolean {
  if (clock >= Y.getState(shared.store, client)) return false;
  const item = Y.getItem(shared.store, Y.createID(client, clock)) as Y.Item | Y.GC;
  return (
    item instanceof Y.Item &&
    item.parent instanceof Y.XmlText &&
    item.parent._item?.deleted === false
  );
}

function isSuggested(text: Y.XmlText, index: number): boolean {
  let at = 0;
  for (const { insert, attributes = {} } of text.toDelta() as Run[]) {
    at += insert.length;
    if (at < index) continue;
    return Object.keys(attributes).some((name) => /^(insertion|deletion|format--)/.test(name));
  }
  return false;
}
type Run = { insert: string; attributes?: Record<string, unknown> };

/** Whether an update writes only letters into the text that lost ones are in: marks cannot be carried. */
function isPlain(whole: Y.Doc, update: Uint8Array, { client, clock }: Letters): boolean {
  const lost = Y.getItem(whole.store, Y.createID(client, clock)) as Y.Item | Y.GC;
  if (!(lost instanceof Y.Item)) return false;
  return Y.decodeUpdate(update).structs.every((struct) => {
    if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentString) return true;
    const item = Y.getItem(whole.store, struct.id) as Y.Item | Y.GC;
    return !(item instanceof Y.Item) || item.parent !== lost.parent;
  });
}

/** Every letter of a text in its order, deleted ones included. */
function lettersOf(text: Y.XmlText): Letter[] {
  const letters: Letter[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue;
    for (const [at, letter] of item.content.str.split('').entries())
      letters.push({ client: item.id.client, clock: item.id.clock + at, text: letter });
  }
  return letters;
}

/** Puts an update into a document that forgets nothing, and notes which deleted letters it wrote again. */
function follow(whole: Y.Doc, update: Uint8Array, became: Map<string, Letter>): void {
  const { ds } = Y.decodeUpdate(update);
  const isNamed = ({ client, clock }: Letter) => Y.isDeleted(ds, Y.createID(client, clock));
  whole.once('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.deleteSet.clients.size === 0) return;
    const isNew = ({ client, clock }: Letter) =>
      clock >= (transaction.beforeState.get(client) ?? 0);
    const isGone = ({ client, clock }: Letter) =>
      Y.isDeleted(transaction.deleteSet, Y.createID(client, clock));
    const written = writtenIn(transaction, { isNew, isGone });
    if (written.length === 0) return;
    const died = new Set<Y.XmlText>();
    const late: Letter[] = [];
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return;
      const { parent, id, content } = struct;
      if (!(parent instanceof Y.XmlText) || parent._item?.deleted !== true) return;
      if (Y.isDeleted(transaction.deleteSet, parent._item.id)) died.add(parent);
      for (const [at, text] of content.str.split('').entries()) {
        const letter = { client: id.client, clock: id.clock + at, text };
        if (isNew(letter)) late.push(letter);
      }
    });
    const texts = [...died]
      .map((text) => lettersOf(text).filter((each) => isGone(each) && isNamed(each)))
      .filter((letters) => letters.length > 0)
      .toSorted(byFirst);
    pair(texts, written, became);
    // What was late before, and was carried with the update that brought it.
    const writers = new Set(late.map(({ client }) => client));
    const carried = written
      .flat()
      .filter(({ client }) => !writers.has(client))
      .toSorted(byId);
    late.sort(byId);
    if (textOf(late) === textOf(carried)) join(late, carried, became);
  });
  applyWritten(whole, update);
}

/** The letters that a transaction wrote and left, each run in the order of its text. */
function writtenIn(
  { doc, beforeState, afterState }: Y.Transaction,
  { isNew, isGone }: { isNew: (letter: Letter) => boolean; isGone: (letter: Letter) => boolean },
): Letter[][] {
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
    for (let item = text._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
      for (const [at, letter] of item.content.str.split('').entries()) {
        const each = { client: item.id.client, clock: item.id.clock + at, text: letter };
        if (isNew(each) && !isGone(each)) run.push(each);
        else if (run.length > 0) {
          runs.push(run);
          run = [];
        }
      }
    }
    if (run.length > 0) runs.push(run);
  }
  return runs.toSorted(byFirst);
}

/**
 * Notes which letters became which: those of a text that is gone, and of one that was written with the
 * same words. Texts that say the same are taken in their order, where there are as many of both.
 */
function pair(
  texts: readonly Letter[][],
  written: readonly Letter[][],
  became: Map<string, Letter>,
): void {
  for (const [says, same] of Map.groupBy(texts, textOf)) {
    const equal = written.filter((run) => textOf(run) === says);
    const places = equal.length === same.length ? equal : occurrences(written, says);
    if (places.length !== same.length) continue;
    for (const [index, letters] of same.entries()) join(letters, places[index] ?? [], became);
  }
}

function occurrences(written: readonly Letter[][], says: string): Letter[][] {
  return written.flatMap((run) => {
    const text = textOf(run);
    const found: Letter[][] = [];
    for (let at = text.indexOf(says); at >= 0; at = text.indexOf(says, at + says.length))
      found.push(run.slice(at, at + says.length));
    return found;
  });
}

function join(from: readonly Letter[], to: readonly Letter[], became: Map<string, Letter>): void {
  for (const [index, letter] of from.entries()) {
    const next = to[index];
    if (next !== undefined) became.set(keyOf(letter), next);
  }
}

const textOf = (letters: readonly Letter[]): string => letters.map(({ text }) => text).join('');
const byId = (a: Letters, b: Letters): number => a.client - b.client || a.clock - b.clock;
const byFirst = ([a]: readonly Letter[], [b]: readonly Letter[]): number =>
  a === undefined || b === undefined ? 0 : byId(a, b);
