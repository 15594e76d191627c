import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idOf } from '../testing/builders.ts';
import { type ThinnedEntry, thinHistory } from './thin-history.ts';

const now = Date.parse('2031-06-15T12:00:00.000Z');
const hours = 60 * 60 * 1000;
const entry = (
  number: number,
  hoursAgo: number,
  more: Partial<ThinnedEntry> = {},
): ThinnedEntry => ({
  ...{ id: idOf(number), at: new Date(now - hoursAgo * hours).toISOString() },
  ...{ isKept: false, authorIds: [] },
  ...more,
});
const after = (entries: readonly ThinnedEntry[], time: number): ThinnedEntry[] => {
  const { remove, authors } = thinHistory(entries, new Date(time).toISOString());
  return entries
    .filter(({ id }) => !remove.includes(id))
    .map((each) => ({ ...each, ...authors.find(({ id }) => id === each.id) }));
};
const left = (...entries: ThinnedEntry[]) =>
  after(entries, now).map(({ id }) => Number(id.slice(-4)));

describe('what is left of a history', () => {
  test('all of the last day', () => {
    expect(left(entry(1, 20.4), entry(2, 20.2), entry(3, 1))).toEqual([1, 2, 3]);
  });

  test('of the last week the last of each hour', () => {
    expect(left(entry(1, 50.9), entry(2, 50.1), entry(3, 49.5), entry(4, 1))).toEqual([2, 3, 4]);
  });

  test('of the last quarter the last of each day', () => {
    const ago = 20 * 24;
    expect(left(entry(1, ago + 30), entry(2, ago + 11), entry(3, ago - 11))).toEqual([1, 3]);
  });

  test('nothing that is older, but what was named or is a revision', () => {
    expect(
      left(entry(1, 93 * 24), entry(2, 400 * 24, { isKept: true }), entry(3, 91 * 24)),
    ).toEqual([2, 3]);
  });

  test('who wrote in what went is named with the entry after it', () => {
    const [mira, omar] = [idOf(101), idOf(102)];
    const thinned = after(
      [
        entry(1, 50.9, { authorIds: [mira] }),
        entry(2, 50.5, { authorIds: [omar, mira] }),
        entry(3, 50.1, { authorIds: [omar] }),
        entry(4, 1, { authorIds: [] }),
      ],
      now,
    );
    expect(thinned.map(({ authorIds }) => authorIds)).toEqual([[mira, omar], []]);
  });

  const history = fc
    .array(
      fc.record({
        ago: fc.integer({ min: 0, max: 200 * 24 * 4 }),
        isKept: fc.boolean(),
        author: fc.integer({ min: 101, max: 103 }),
      }),
      { maxLength: 40 },
    )
    .map((all) =>
      all
        .toSorted((a, b) => b.ago - a.ago)
        .map(({ ago, isKept, author }, index) =>
          entry(index, ago / 4, { isKept, authorIds: [idOf(author)] }),
        ),
    );

  test('never loses what must stay, and thinned often is what it is thinned once', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 100 * 24 }), (entries, later) => {
        const end = now + later * hours;
        const once = after(entries, end);
        const often = after(after(entries, now), end);
        expect(often.map(({ id }) => id)).toEqual(once.map(({ id }) => id));
        expect(often.map(({ authorIds }) => authorIds.toSorted())).toEqual(
          once.map(({ authorIds }) => authorIds.toSorted()),
        );
        expect(once.filter(({ isKept }) => isKept)).toHaveLength(
          entries.filter(({ isKept }) => isKept).length,
        );
      }),
      { numRuns: 500 },
    );
  });
});
