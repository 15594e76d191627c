import type { Stretch } from './suggested-stretches.ts';

/** Changes of suggestions by an update, each by its key as text. */
export type Touched = {
  /** Suggestions of which a part was written, deleted, moved or marked otherwise. */
  changed: ReadonlySet<string>;
  /** For each suggestion that gained words of others: which others. */
  from: ReadonlyMap<string, ReadonlySet<string>>;
  /** Suggestions of which inserted words are now plain text of the article. */
  taken: ReadonlySet<string>;
};

/**
 * Compares suggestions before and after an update by the Yjs ids of their letters: the same words at
 * another place have other ids. Text that is written around a suggestion does not change it.
 */
export function compareStretches(before: readonly Stretch[], after: readonly Stretch[]): Touched {
  const changed = new Set<string>();
  const from = new Map<string, Set<string>>();
  const taken = new Set<string>();
  forEachRun(before, after, (had, has) => {
    const [was, is] = [had?.parts ?? none, has?.parts ?? none];
    if (was === is || was.size + is.size === 0) return;
    for (const name of new Set([...was.keys(), ...is.keys()]))
      if (was.get(name) !== is.get(name)) changed.add(name);
    if (had === null || has === null) return;
    const gone = [...was.keys()].filter((name) => !is.has(name));
    for (const name of gone.length > 0 ? is.keys() : []) {
      if (was.has(name)) continue;
      const sources = from.get(name) ?? new Set();
      from.set(name, sources);
      for (const source of gone) sources.add(source);
    }
    if (had.insertedBy !== null && has.insertedBy === null) taken.add(had.insertedBy);
  });
  return { changed, from, taken };
}

const none: ReadonlyMap<string, string> = new Map();

/** Visits the letters of both texts in the order of their ids, in runs that are in both or in one. */
function forEachRun(
  before: readonly Stretch[],
  after: readonly Stretch[],
  visit: (had: Stretch | null, has: Stretch | null) => void,
): void {
  const [old, now] = [before.toSorted(byNumber), after.toSorted(byNumber)].map(cursorOf);
  for (;;) {
    const [had, has] = [old?.at() ?? null, now?.at() ?? null];
    const first = had && (has === null || byNumber(had, has) <= 0) ? had : has;
    if (first === null) return;
    const isInBoth = had !== null && has !== null && byNumber(had, has) === 0;
    const other = first === had ? has : had;
    // Up to where the other stretch begins, if it begins inside this one.
    const gap =
      isInBoth || other?.client !== first.client ? first.length : other.clock - first.clock;
    const length = Math.min(first.length, isInBoth ? (other?.length ?? 0) : gap);
    visit(first === had ? had : null, first === has || isInBoth ? has : null);
    if (first === had) old?.advance(length);
    if (first === has || isInBoth) now?.advance(length);
  }
}

/** A position in a list of stretches, which may be inside one. */
function cursorOf(stretches: readonly Stretch[]) {
  let [index, used] = [0, 0];
  return {
    at: (): Stretch | undefined => {
      const stretch = stretches[index];
      if (stretch === undefined || used === 0) return stretch;
      return { ...stretch, clock: stretch.clock + used, length: stretch.length - used };
    },
    advance: (length: number): void => {
      used += length;
      if (used === stretches[index]?.length) [index, used] = [index + 1, 0];
    },
  };
}

const byNumber = (a: Stretch, b: Stretch): number => a.client - b.client || a.clock - b.clock;
