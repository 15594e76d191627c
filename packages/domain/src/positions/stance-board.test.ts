import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FindingView } from '../findings/finding-view.ts';
import { aFindingView, replacedBy } from '../testing/a-finding-view.ts';
import { idOf } from '../testing/builders.ts';
import type { BoardNullResult } from './board-view.ts';
import { hasPosition } from './has-position.ts';
import { absencesWithin, stanceBoard } from './stance-board.ts';

const ostrava = { slug: 'ostrava', name: 'Ostrava' };
const velmark = { slug: 'velmark', name: 'Velmark' };

const entry = (finding: FindingView, row = ostrava) => ({ row, actor: row.slug, finding });
const rowOf = (findings: readonly FindingView[], on: string | null = null) => {
  const [row] = stanceBoard(
    findings.map((finding) => entry(finding)),
    [],
    { on },
  );
  if (row === undefined) throw new Error('there is no row');
  return row;
};
const notFound = (number: number, asOf: string): BoardNullResult => ({
  ...{ id: idOf(number), asOf, searched: 'Statements of the ministry' },
  ...{ language: 'en', direction: 'ltr' },
});
const absence = (
  result: BoardNullResult,
  register: 'public' | 'private' | 'both' = 'both',
  row = ostrava,
) => ({ row, result, register });

describe('a cell', () => {
  test('has the current findings of its register, the one held last first', () => {
    const { public: cell, private: other } = rowOf([
      aFindingView(1, { asOf: '2029' }),
      aFindingView(2, { asOf: '2031' }),
      aFindingView(3, { asOf: '2030', register: 'private', stance: 'rejects' }),
    ]);
    expect(cell.kind).toBe('held');
    expect(cell.findings.map(({ id }) => id)).toEqual([idOf(2), idOf(1)]);
    expect(other.findings.map(({ id }) => id)).toEqual([idOf(3)]);
  });

  test('has no more findings than can be taken in', () => {
    const many = Array.from({ length: 9 }, (_, at) => aFindingView(at + 1));
    expect(rowOf(many).public.findings).toHaveLength(8);
  });

  test('is split where current findings differ in their stance', () => {
    const row = rowOf([aFindingView(1), aFindingView(2, { stance: 'rejects' })]);
    expect(row.public.kind).toBe('split');
  });

  test('tells the silent from those of whom nothing is reported', () => {
    const row = rowOf([aFindingView(1, { stance: 'silent' })]);
    expect(row.public.kind).toBe('silent');
    expect(row.private.kind).toBe('not_looked_for');
    expect(row.unknown.kind).toBe('not_looked_for');
  });

  test('names the holder as in its own row, on whose word and on what terms', () => {
    const finding = aFindingView(1, {
      holders: [
        {
          ...{ actor: velmark, wording: null, basis: 'direct' },
          label: 'Velmark',
        },
        {
          ...{ actor: ostrava, wording: 'the leadership of Ostrava', basis: 'second_hand' },
          label: 'the leadership of Ostrava (second hand)',
        },
      ],
    });
    expect(rowOf([finding]).public.findings[0]).toMatchObject({
      ...{ holder: 'the leadership of Ostrava (second hand)', wording: 'a former minister' },
      ...{ source: null, termsLabel: 'Background' },
    });
  });
});

describe('a change of position', () => {
  const before = aFindingView(1, replacedBy(2, 'superseded', { asOf: '2029', stance: 'rejects' }));
  const now = aFindingView(2, { asOf: '2031' });

  test('is told by what it was, even where that was said elsewhere', () => {
    expect(rowOf([before, now]).public.was?.id).toBe(idOf(1));
    const indoors = rowOf([{ ...before, register: 'private' }, now]);
    expect(indoors.public.was?.id).toBe(idOf(1));
    expect(indoors.private).toMatchObject({ kind: 'past', findings: [], was: { id: idOf(1) } });
  });

  test('is none where the journal had it wrong', () => {
    const wrong = aFindingView(1, replacedBy(2, 'corrected', { asOf: '2029', stance: 'rejects' }));
    const cell = rowOf([wrong, now]).public;
    expect(cell.was).toBeNull();
    expect(cell.findings.map(({ id }) => id)).toEqual([idOf(2)]);
    expect(cell.since).toBe('2031');
  });

  test('of whom the journal had everything wrong makes no row, on any day', () => {
    const wrong = entry(aFindingView(1, replacedBy(2, 'corrected', { asOf: '2029' })));
    expect(stanceBoard([wrong], [])).toEqual([]);
    expect(stanceBoard([wrong], [], { on: '2030-01-01' })).toEqual([]);
  });

  test('leads past what was corrected in between to what is right', () => {
    const between = aFindingView(2, replacedBy(3, 'corrected', { asOf: '2031' }));
    const right = aFindingView(3, { asOf: '2031', stance: 'open_to' });
    expect(rowOf([before, between, right]).public).toMatchObject({
      findings: [{ id: idOf(3) }],
      was: { id: idOf(1) },
    });
  });

  test('is none where the same was said again, on the same conditions', () => {
    const same = { ...before, stance: 'supports' as const };
    expect(rowOf([same, now]).public.was).toBeNull();
    const condition = { kind: 'if' as const, text: 'the sluices stay open' };
    expect(rowOf([{ ...same, conditions: [condition] }, now]).public.was?.id).toBe(idOf(1));
  });

  test('is told where only the register or the polarity is another', () => {
    const same = { ...before, stance: 'supports' as const };
    expect(rowOf([{ ...same, register: 'private' }, now]).public.was?.id).toBe(idOf(1));
    expect(rowOf([{ ...same, polarity: 'negative' }, now]).public.was?.id).toBe(idOf(1));
  });

  test('of somebody without a current position is what was held last, and no blank', () => {
    const row = rowOf([before]);
    expect(row.public).toMatchObject({ kind: 'past', findings: [], was: { id: idOf(1) } });
  });

  test('ends where links run in a circle', () => {
    const one = aFindingView(1, replacedBy(2, 'superseded', {}));
    const two = aFindingView(2, replacedBy(3, 'corrected', {}));
    const three = aFindingView(3, replacedBy(2, 'corrected', {}));
    expect(rowOf([one, two, three]).public.kind).toBe('past');
  });
});

describe('since when', () => {
  test('is when the stance was first held without another between', () => {
    const findings = [
      aFindingView(1, { asOf: '2025' }),
      aFindingView(2, { asOf: '2027', stance: 'rejects' }),
      aFindingView(3, { asOf: '2028' }),
      aFindingView(4, { asOf: '2031' }),
    ];
    expect(rowOf(findings).public.since).toBe('2028');
  });

  test('is of the conditions that hold, not of those that were left', () => {
    const condition = { kind: 'if' as const, text: 'the sluices stay open' };
    const before = aFindingView(
      1,
      replacedBy(2, 'superseded', { asOf: '2029', conditions: [condition] }),
    );
    expect(rowOf([before, aFindingView(2, { asOf: '2031' })]).public.since).toBe('2031');
  });

  test('is not of the opposite in other words', () => {
    const opposite = aFindingView(1, { asOf: '2028', polarity: 'negative' });
    expect(rowOf([opposite, aFindingView(2, { asOf: '2031' })]).public.since).toBe('2031');
  });

  test('is not guessed where no date is known', () => {
    expect(rowOf([aFindingView(1, { asOf: null })]).public.since).toBeNull();
  });
});

describe('as held on a day', () => {
  const before = aFindingView(1, replacedBy(2, 'superseded', { asOf: '2029', stance: 'rejects' }));

  test('what was replaced by what was held later is current', () => {
    expect(rowOf([before], '2030-01-01').public).toMatchObject({
      kind: 'held',
      findings: [{ id: idOf(1) }],
    });
  });

  test('what had been replaced by then is not', () => {
    const row = rowOf([before, aFindingView(2, { asOf: '2031' })], '2031-12-31');
    expect(row.public.findings.map(({ id }) => id)).toEqual([idOf(2)]);
  });
});

describe('what was looked for and not found', () => {
  test('is a blank of its own, in public and in private', () => {
    const [row] = stanceBoard([], [absence(notFound(7, '2031-05'))]);
    expect(row?.public).toMatchObject({ kind: 'not_found', notFound: { id: idOf(7) } });
    expect(row?.private.kind).toBe('not_found');
    expect(row?.unknown.kind).toBe('not_looked_for');
  });

  test('stands in the column of what was searched alone, whatever the other has', () => {
    const [row] = stanceBoard(
      [],
      [absence(notFound(7, '2031-05'), 'public'), absence(notFound(8, '2032'), 'private')],
    );
    expect(row?.public.notFound?.id).toBe(idOf(7));
    expect(row?.private.notFound?.id).toBe(idOf(8));
    const [open] = stanceBoard([], [absence(notFound(7, '2031-05'), 'public')]);
    expect(open?.private).toMatchObject({ kind: 'not_looked_for', notFound: null });
  });

  test('makes no more rows than there is room for, and none of a row that has no room', () => {
    const [held, missing, other] = [
      entry(aFindingView(1)),
      absence(notFound(7, '2031-05')),
      {
        ...absence(notFound(8, '2031-05')),
        row: velmark,
      },
    ];
    const within = (limit: number | null) =>
      absencesWithin([held], [other, missing], limit).map(({ row }) => row.slug);
    expect(within(1)).toEqual(['ostrava']);
    expect(within(2)).toEqual(['velmark', 'ostrava']);
    expect(within(null)).toEqual(['velmark', 'ostrava']);
  });

  test('makes a row that has no position, unlike one that was left', () => {
    const rows = stanceBoard(
      [entry(aFindingView(1, replacedBy(2, 'superseded', { asOf: '2029' })))],
      [absence(notFound(7, '2031-05'), 'both', velmark), absence(notFound(8, '2031-05'))],
    );
    expect(rows.map((row) => [row.slug, hasPosition({ ...row })])).toEqual([
      ['ostrava', true],
      ['velmark', false],
    ]);
  });

  test('is not known on a day before it was looked for', () => {
    const of = (on: string) => stanceBoard([], [absence(notFound(7, '2031-05'))], { on });
    expect(of('2031-05-30')).toEqual([]);
    expect(of('2031-05-31')).toHaveLength(1);
  });

  test('is that which was looked for last', () => {
    const [row] = stanceBoard([], [absence(notFound(7, '2031-05')), absence(notFound(8, '2032'))]);
    expect(row?.public.notFound?.id).toBe(idOf(8));
  });

  test('stands beside an older position, and gives way to a newer one', () => {
    const older = aFindingView(1, { asOf: '2030' });
    const cellWith = (asOf: string) =>
      stanceBoard([entry(older)], [absence(notFound(7, asOf))])[0]?.public;
    expect(cellWith('2031')).toMatchObject({ kind: 'held', notFound: { id: idOf(7) } });
    expect(cellWith('2029')).toMatchObject({ kind: 'held', notFound: null });
  });
});

test('given any order of findings then the same board comes out, by name', () => {
  const entries = [
    entry(aFindingView(1), velmark),
    entry(aFindingView(2, { asOf: null }), velmark),
    entry(aFindingView(3, { register: 'unknown' })),
    entry(aFindingView(4, { stance: 'rejects' })),
  ];
  expect(stanceBoard(entries, []).map(({ name }) => name)).toEqual(['Ostrava', 'Velmark']);
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: 4 }), (shuffled) => {
      expect(stanceBoard(shuffled, [])).toEqual(stanceBoard(entries, []));
    }),
  );
});
