import type { Id, Instant } from '../values.ts';

/** An entry of an article's history as far as it decides whether it stays. */
export type ThinnedEntry = {
  id: Id;
  at: Instant;
  /** Whether it stays for ever: a revision, or named by an editor. */
  isKept: boolean;
  /** Who wrote since the entry before it. */
  authorIds: readonly Id[];
};

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** Until when the last entry of each hour stays, then that of each day, then none. */
export const historyAges = { all: day, hourly: 7 * day, daily: 92 * day };

/**
 * The entries to delete: after a day all but the last of each hour, after a week all but the last of each
 * day (UTC), and after a quarter all. The authors of a dropped entry are named with the entry after it.
 * @param entries in order of time, the oldest first
 */
export function thinHistory(
  entries: readonly ThinnedEntry[],
  now: Instant,
): { remove: Id[]; authors: { id: Id; authorIds: Id[] }[] } {
  const time = Date.parse(now);
  const taken = new Set<number>();
  const staying = new Set<Id>();
  for (const { id, at, isKept } of entries.toReversed()) {
    const age = time - Date.parse(at);
    const length = age < historyAges.all ? null : age < historyAges.hourly ? hour : day;
    if (isKept || length === null) staying.add(id);
    else if (age < historyAges.daily) {
      // If an hour and a day begin at the same time, the hour may be within the week and the day not.
      const begins = Math.floor(Date.parse(at) / length) * length + (length === day ? 1 : 0);
      if (!taken.has(begins)) staying.add(id);
      taken.add(begins);
    }
  }
  const remove: Id[] = [];
  const authors: { id: Id; authorIds: Id[] }[] = [];
  let gone: Id[] = [];
  for (const { id, authorIds } of entries) {
    if (!staying.has(id)) {
      remove.push(id);
      gone = [...gone, ...authorIds];
      continue;
    }
    const all = [...new Set([...gone, ...authorIds])];
    if (all.length > authorIds.length) authors.push({ id, authorIds: all });
    gone = [];
  }
  return { remove, authors };
}
