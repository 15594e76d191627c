import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Cadence, SubjectKey } from './subject.ts';
import {
  type CountRow,
  coarseCount,
  coarseCounts,
  confirmedOf,
  countStep,
  sumCounts,
} from './subscriber-counts.ts';

const topic = SubjectKey.parse(`topic:${'1'.repeat(8)}-1111-7111-8111-${'1'.repeat(12)}`);
const author = SubjectKey.parse(`author:${'2'.repeat(8)}-1111-7111-8111-${'1'.repeat(12)}`);

const row: fc.Arbitrary<CountRow> = fc.record({
  state: fc.constantFrom('confirmed', 'waiting', 'ended'),
  subject: fc.constantFrom(topic, author, SubjectKey.parse('everything')),
  cadence: fc.constantFrom(...Cadence.options),
  count: fc.nat(10_000),
});
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

describe('counts of subscriptions', () => {
  test('are summed by kind and by subject, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { kinds, subjects } = sumCounts(rows);
        const all = sumOf(rows.map(({ count }) => count));
        for (const groups of [kinds, subjects])
          expect(sumOf(groups.flatMap(({ counts }) => Object.values(counts)))).toBe(all);
      }),
    );
  });

  test('put the most followed subject first, by those confirmed', () => {
    const { subjects } = sumCounts([
      { state: 'waiting', subject: topic, cadence: 'daily', count: 90 },
      { state: 'confirmed', subject: topic, cadence: 'daily', count: 3 },
      { state: 'confirmed', subject: author, cadence: 'weekly', count: 2 },
      { state: 'confirmed', subject: author, cadence: 'at_once', count: 2 },
    ]);
    expect(subjects.map(({ subject, counts }) => [subject, confirmedOf(counts)])).toEqual([
      [author, 4],
      [topic, 3],
    ]);
  });

  test('as administrators see them do not change by one reader, but where five are full', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (count) => {
        const shown = coarseCount(count);
        expect(shown % countStep).toBe(0);
        expect(count - shown).toBeLessThan(countStep);
        if ((count + 1) % countStep !== 0) expect(coarseCount(count + 1)).toBe(shown);
      }),
    );
  });

  test('are rounded one by one, so that no small one is the rest of a larger', () => {
    const counts = { at_once: 4, daily: 11, weekly: 5, waiting: 1, ended: 9 };
    expect(coarseCounts(counts)).toEqual({
      at_once: 0,
      daily: 10,
      weekly: 5,
      waiting: 0,
      ended: 5,
    });
  });
});
