import * as Y from 'yjs';
import { byId, type Followed, type Letter, type LetterHistory } from './letter-history.ts';
import { type Applied, applyWritten, type Letters } from './lost-letters.ts';
import { changeOf, isChange } from './shared-document.ts';

/**
 * Puts what somebody else changed into a shared document, and carries letters that came to nothing to
 * where the text around them is now.
 * @param history of the document, for the rare case that something came to nothing
 * @returns what could not be carried, and updates to be stored with the update
 */
export function applyAndCarry(
  shared: Y.Doc,
  update: Uint8Array,
  history: LetterHistory,
): Applied & { corrections: Uint8Array[] } {
  const applied = applyWritten(shared, update);
  const lost = [...applied.late, ...applied.unseen];
  if (applied.result === 'incomplete' || lost.length === 0) return { ...applied, corrections: [] };
  let carried: ReadonlySet<Letters> = new Set();
  const change = changeOf(shared, () => {
    carried = carryLetters(shared, history, { update, lost });
  });
  const isLeft = (each: Letters) => !carried.has(each);
  // Who reads the update later does not take what was carried for lost.
  const named = deletionOf(applied.unseen.filter((each) => carried.has(each)));
  return {
    result: applied.result,
    late: applied.late.filter(isLeft),
    unseen: applied.unseen.filter(isLeft),
    corrections: [...(isChange(change) ? [change] : []), ...(named === null ? [] : [named])],
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
 * by following the stored updates, in a document that forgets nothing. Where that is too much work,
 * none are carried.
 * @param shared has the update
 * @returns those whose place is known: of others the text was deleted, or was moved too long ago
 */
function carryLetters(
  shared: Y.Doc,
  history: LetterHistory,
  { update, lost }: { update: Uint8Array; lost: readonly Letters[] },
): Set<Letters> {
  const followed = history.read(update);
  if (followed === null) return new Set();
  const found: Group[] = [];
  for (const [parent, runs] of lostByText(followed.whole, update, lost)) {
    const groups = findGroups(shared, followed, { parent, runs, spend: history.spend });
    if (groups === null) return new Set();
    found.push(...groups);
  }
  const places: Places[] = [];
  for (const [text, groups] of Map.groupBy(found, ({ anchor }) => anchor.text)) {
    const inText = findPlaces(text, groups, history.spend);
    if (inText === null) return new Set();
    places.push({ text, places: inText });
  }
  shared.transact(() => {
    for (const each of places) insert(shared, each, followed);
  });
  return new Set(places.flatMap(({ places }) => places.map(({ run }) => run)));
}

type Spend = LetterHistory['spend'];

/** A letter that is in a text, or was until it was deleted from it. */
type Anchor = { text: Y.XmlText; item: Y.Item; clock: number };

/** Lost runs of letters with nothing between them that is known, in their order, and what is beside them. */
type Group = { anchor: Anchor; side: 'left' | 'right'; runs: Letters[] };

/** The lost runs that can be carried, by the text they were written into. */
function lostByText(
  whole: Y.Doc,
  update: Uint8Array,
  lost: readonly Letters[],
): Map<Y.XmlText, Letters[]> {
  const isMarked = markedBy(whole, update);
  const byText = new Map<Y.XmlText, Letters[]>();
  for (const run of lost) {
    const item = Y.getItem(whole.store, Y.createID(run.client, run.clock)) as Y.Item | Y.GC;
    if (!(item instanceof Y.Item) || !(item.parent instanceof Y.XmlText)) continue;
    if (isMarked(item.parent)) continue;
    const runs = byText.get(item.parent);
    if (runs === undefined) byText.set(item.parent, [run]);
    else runs.push(run);
  }
  return byText;
}

/** Whether an update writes anything but letters into a text: marks cannot be carried. */
function markedBy(whole: Y.Doc, update: Uint8Array): (text: Y.XmlText) => boolean {
  const marked = new Set<unknown>();
  for (const struct of Y.decodeUpdate(update).structs) {
    if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentString) continue;
    const item = Y.getItem(whole.store, struct.id) as Y.Item | Y.GC;
    if (item instanceof Y.Item) marked.add(item.parent);
  }
  return (text) => marked.has(text);
}

/**
 * What lost runs of one text are beside of: what the nearest letter before them has become, or behind
 * them where there is none. The letters of the text are visited once for all of its runs.
 * @returns null where that is too much work
 */
function findGroups(
  shared: Y.Doc,
  { became }: Followed,
  { parent, runs, spend }: { parent: Y.XmlText; runs: readonly Letters[]; spend: Spend },
): Group[] | null {
  const starts = new Map<number, Map<number, Letters>>();
  for (const [client, own] of Map.groupBy(runs, (run) => run.client))
    starts.set(client, new Map(own.map((run) => [run.clock, run])));
  const groups: Group[] = [];
  let before: Anchor | null = null;
  let between: Letters[] = [];
  for (let item = parent._start; item !== null; item = item.right) {
    const { client, clock: first } = item.id;
    const isAnchor = became.hasOf(client);
    const own = starts.get(client);
    const isVisited = (isAnchor || own !== undefined) && item.content instanceof Y.ContentString;
    if (!spend(isVisited ? item.length : 1)) return null;
    if (!isVisited) continue;
    for (let clock = first; clock < first + item.length; clock += 1) {
      const run = own?.get(clock);
      if (run !== undefined) {
        between.push(run);
        continue;
      }
      const letter = isAnchor ? became.last(client, clock) : undefined;
      const anchor: Anchor | null = letter === undefined ? null : anchorOf(shared, letter, before);
      if (anchor === null) continue;
      if (between.length > 0)
        groups.push({
          ...{ anchor: before ?? anchor, side: before === null ? 'right' : 'left', runs: between },
        });
      before = anchor;
      between = [];
    }
  }
  if (before !== null && between.length > 0)
    groups.push({ anchor: before, side: 'left', runs: between });
  return groups;
}

/**
 * Where a letter is, in a text that is there; the letter itself may have been deleted since.
 * @param before where the one before it is: mostly in the same item, which is not searched for then
 */
function anchorOf(shared: Y.Doc, { client, clock }: Letter, before: Anchor | null): Anchor | null {
  if (before !== null && isIn(before.item, client, clock)) return { ...before, clock };
  if (clock >= Y.getState(shared.store, client)) return null;
  const item = Y.getItem(shared.store, Y.createID(client, clock)) as Y.Item | Y.GC;
  if (!(item instanceof Y.Item) || !(item.parent instanceof Y.XmlText)) return null;
  return item.parent._item?.deleted === false ? { text: item.parent, item, clock } : null;
}

const isIn = ({ id, length }: Y.Item, client: number, clock: number): boolean =>
  id.client === client && clock >= id.clock && clock < id.clock + length;

/** A lost run, and the index at which it belongs in a text before any is written there. */
type Place = { run: Letters; index: number };
type Places = { text: Y.XmlText; places: Place[] };

/**
 * Where groups belong in a text, in the order of the text. Those that would become a part of what
 * somebody suggests have no place: they would not be in the text. The text is visited once.
 * @returns null where that is too much work
 */
function findPlaces(text: Y.XmlText, groups: readonly Group[], spend: Spend): Place[] | null {
  const byItem = Map.groupBy(groups, ({ anchor }) => anchor.item);
  const suggested = new Set<string>();
  const found: { group: Group; index: number; isSuggested: boolean }[] = [];
  let [index, size] = [0, 0];
  let isBefore = false;
  let isFirst: boolean | null = null;
  for (let item = text._start; item !== null; item = item.right) {
    if (!spend(1)) return null;
    size += 1;
    const isSeen = !item.deleted && item.countable;
    if (isSeen) isFirst ??= suggested.size > 0;
    for (const group of byItem.get(item) ?? []) {
      const { anchor, side } = group;
      const within = isSeen ? anchor.clock - item.id.clock + (side === 'left' ? 1 : 0) : 0;
      const isSuggested = within > 0 ? suggested.size > 0 : isBefore;
      found.push({ group, index: index + within, isSuggested });
    }
    if (isSeen) {
      index += item.length;
      isBefore = suggested.size > 0;
    } else if (!item.deleted && item.content instanceof Y.ContentFormat) {
      const { key, value } = item.content;
      if (value === null) suggested.delete(key);
      else if (/^(insertion|deletion|format--)/.test(key)) suggested.add(key);
    }
  }
  const places = found
    .filter((each) => !(each.index === 0 ? isFirst : each.isSuggested))
    .toSorted((a, b) => a.index - b.index)
    .flatMap((each) => each.group.runs.map((run) => ({ run, index: each.index })));
  // Yjs looks for each index from one of some that it remembers.
  return spend(Math.ceil((places.length * (size + places.length)) / 16)) ? places : null;
}

/**
 * Writes lost runs in the order in which they were written before, by which they are recognised when the
 * stored updates are followed again.
 */
function insert(shared: Y.Doc, { text, places }: Places, { became }: Followed): void {
  const { clientID } = shared;
  const shift = createShift(places.length);
  const order = [...places.entries()].toSorted(([, a], [, b]) => byId(a.run, b.run));
  for (const [at, { run, index }] of order) {
    const clock = Y.getState(shared.store, clientID);
    text.insert(index + shift.before(at), run.text);
    shift.add(at, run.text.length);
    for (const [offset, letter] of run.text.split('').entries()) {
      const from = { client: run.client, clock: run.clock + offset, text: letter };
      became.set(from, { client: clientID, clock: clock + offset, text: letter });
    }
  }
}

/** Sums of what was added at places, for as many places as a text may have: a binary indexed tree. */
function createShift(size: number) {
  const sums = new Array<number>(size + 1).fill(0);
  return {
    add: (at: number, length: number) => {
      for (let node = at + 1; node <= size; node += node & -node)
        sums[node] = (sums[node] ?? 0) + length;
    },
    /** What was added before a place. */
    before: (at: number): number => {
      let sum = 0;
      for (let node = at; node > 0; node -= node & -node) sum += sums[node] ?? 0;
      return sum;
    },
  };
}
