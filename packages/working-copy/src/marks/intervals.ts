import type { MeantMarks } from './meant-marks.ts';

/** From a number on, and up to another one. */
export type Interval = readonly [from: number, to: number];

/**
 * What a page reported, by client: its letters, and by the name of a mark those on which it was meant.
 * Intervals are in their order and do not overlap, whatever the page sent.
 */
export type Reported = ReadonlyMap<
  number,
  { letters: readonly Interval[]; byName: ReadonlyMap<string, readonly Interval[]> }
>;

/** The letters that a page reported. The work grows with the size of the report, not with its overlaps. */
export function reportedIn(meant: MeantMarks): Reported {
  const byClient = Map.groupBy(meant, ([client]) => client);
  return new Map(
    [...byClient].map(([client, runs]) => {
      const byName = new Map<string, Interval[]>();
      for (const [, clock, length, names] of runs)
        for (const name of names) {
          const own = byName.get(name) ?? [];
          byName.set(name, own);
          own.push([clock, clock + length]);
        }
      const letters = merge(runs.map(([, clock, length]): Interval => [clock, clock + length]));
      return [
        client,
        { letters, byName: new Map([...byName].map(([name, own]) => [name, merge(own)])) },
      ] as const;
    }),
  );
}

/** Intervals in their order, those that overlap or adjoin as one. */
function merge(intervals: readonly Interval[]): Interval[] {
  const merged: [number, number][] = [];
  for (const [from, to] of intervals.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** The parts of an interval that lie in others, which are in their order. */
export function overlapsIn(intervals: readonly Interval[], from: number, to: number): Interval[] {
  const found: Interval[] = [];
  for (let at = firstAfter(intervals, from); at < intervals.length; at += 1) {
    const [start = to, end = to] = intervals[at] ?? [];
    if (start >= to) break;
    found.push([Math.max(start, from), Math.min(end, to)]);
  }
  return found;
}

/** The parts of an interval that lie in none of others, which are in their order. */
export function gapsIn(intervals: readonly Interval[], from: number, to: number): Interval[] {
  const gaps: Interval[] = [];
  let at = from;
  for (const [start, end] of overlapsIn(intervals, from, to)) {
    if (start > at) gaps.push([at, start]);
    at = end;
  }
  if (at < to) gaps.push([at, to]);
  return gaps;
}

/** The place of the first interval that ends after a number. */
function firstAfter(intervals: readonly Interval[], from: number): number {
  let [low, high] = [0, intervals.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((intervals[middle]?.[1] ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}
