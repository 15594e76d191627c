import { alignTokens } from './diff-words.ts';

/** The merge of two changed states of a sequence. */
export type SequenceMerge<T> = {
  /** Two items are the same where their keys are equal. */
  key: (item: T) => string;
  /** Resolves what both changed in the same place; null if that overlaps. */
  both: (base: readonly T[], mine: readonly T[], theirs: readonly T[]) => readonly T[] | null;
  /** Whether changes side by side, with nothing unchanged between them, are in the same place. */
  joinAdjacent: boolean;
};

type Side = 'mine' | 'theirs';
/** The items from `start` to `end` of the base gave way to those from `from` to `to` of one side. */
type Hunk = { side: Side; start: number; end: number; from: number; to: number };
/** A stretch of the base that was changed, with all that was changed in it. */
type Region = { start: number; end: number; hunks: Hunk[] };

/**
 * Applies what two states changed of a common base, as `diff3` does: what only one of them changed
 * is taken, what both changed alike is taken once, and all else is for `both` to resolve.
 * @returns null if changes overlap
 */
export function mergeSequences<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  { key, both, joinAdjacent }: SequenceMerge<T>,
): T[] | null {
  const [baseKeys, myKeys, theirKeys] = [base.map(key), mine.map(key), theirs.map(key)];
  const hunks = [
    ...hunksOf('mine', baseKeys, myKeys),
    ...hunksOf('theirs', baseKeys, theirKeys),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end);

  const merged: T[] = [];
  let reached = 0;
  for (const region of regionsOf(hunks, joinAdjacent)) {
    merged.push(...base.slice(reached, region.start));
    reached = region.end;
    const was = base.slice(region.start, region.end);
    const my = changedIn(region, 'mine', base, mine);
    const their = changedIn(region, 'theirs', base, theirs);
    const resolved = resolve(was, my, their);
    if (resolved === null) return null;
    merged.push(...resolved);
  }
  merged.push(...base.slice(reached));
  return merged;

  function resolve(was: readonly T[], my: readonly T[], their: readonly T[]) {
    const [wasKeys, myKeys, theirKeys] = [was, my, their].map((items) => items.map(key).join('\0'));
    if (myKeys === theirKeys || theirKeys === wasKeys) return my;
    return myKeys === wasKeys ? their : both(was, my, their);
  }
}

function hunksOf(side: Side, base: readonly string[], changed: readonly string[]): Hunk[] {
  const same = alignTokens(base, changed) ?? [];
  const hunks: Hunk[] = [];
  let [start, from] = [0, 0];
  for (const [end, to] of [...same, [base.length, changed.length] as const]) {
    if (end > start || to > from) hunks.push({ side, start, end, from, to });
    [start, from] = [end + 1, to + 1];
  }
  return hunks;
}

/** Changes in the same place, together; places in order. */
function regionsOf(hunks: readonly Hunk[], joinAdjacent: boolean): Region[] {
  const regions: Region[] = [];
  for (const hunk of hunks) {
    const last = regions.at(-1);
    if (last !== undefined && isIn(last, hunk, joinAdjacent)) {
      last.end = Math.max(last.end, hunk.end);
      last.hunks.push(hunk);
    } else regions.push({ start: hunk.start, end: hunk.end, hunks: [hunk] });
  }
  return regions;
}

/** Two insertions between the same two items are in the same place. */
function isIn(region: Region, hunk: Hunk, joinAdjacent: boolean): boolean {
  if (hunk.start < region.end) return true;
  if (joinAdjacent) return hunk.start === region.end;
  return hunk.start === hunk.end && region.start === region.end && hunk.start === region.start;
}

function changedIn<T>(
  { start, end, hunks }: Region,
  side: Side,
  base: readonly T[],
  changed: readonly T[],
): T[] {
  const items: T[] = [];
  let reached = start;
  for (const hunk of hunks.filter((each) => each.side === side)) {
    items.push(...base.slice(reached, hunk.start), ...changed.slice(hunk.from, hunk.to));
    reached = hunk.end;
  }
  return [...items, ...base.slice(reached, end)];
}
