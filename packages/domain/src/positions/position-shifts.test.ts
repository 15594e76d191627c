import { describe, expect, test } from 'vitest';
import type { FindingView } from '../findings/finding-view.ts';
import { findingViewOf } from '../findings/finding-view-of.ts';
import { aFinding, idOf, ids, times } from '../testing/builders.ts';
import { shiftsOf } from './position-shifts.ts';

const article = {
  id: ids.article,
  slug: 'a',
  headline: 'A',
  language: 'en',
  direction: 'ltr',
} as const;

function view(number: number, more: Partial<FindingView>): FindingView {
  const finding = { ...aFinding({ conditions: [], stance: 'asserts' }), id: idOf(number) };
  const made = findingViewOf(
    {
      ...{ finding, article, publishedAt: times.published, locale: 'en' },
      ...{ actors: [], issues: [], places: [], sources: [], waivers: [] },
    },
    { unworded: 'withhold' },
  );
  return { ...made, proposition: `Says ${number}`, register: 'public', ...more };
}

/** An earlier finding that another has replaced, as an editor recorded it. */
const replaced = (number: number, by: number, more: Partial<FindingView>) =>
  view(number, {
    ...{ state: 'superseded' as const, ...more },
    successor: { id: idOf(by), proposition: 'Says so', article: { slug: 'a', headline: 'A' } },
  });

const shiftsIn = (findings: FindingView[]) =>
  shiftsOf(findings).map(({ findingId, fromId, kind }) => [findingId, fromId, kind]);

describe('the shifts of a position', () => {
  test('are from what a finding replaced, whatever was said between, and across lanes', () => {
    const refused = replaced(1, 3, { stance: 'refuses', asOf: '2031-01', register: 'private' });
    const other = view(2, { stance: 'supports', asOf: '2031-02' });
    const pledged = view(3, { stance: 'pledges', asOf: '2031-03' });
    expect(shiftsIn([pledged, other, refused])).toEqual([[idOf(3), idOf(1), 'reversal']]);
  });

  test('are changes where an editor said so, even if stance and conditions are the same', () => {
    const before = replaced(1, 2, { stance: 'requires', asOf: '2031-01' });
    const after = view(2, { stance: 'requires', asOf: '2031-03' });
    expect(shiftsIn([before, after])).toEqual([[idOf(2), idOf(1), 'change']]);
  });

  test('are what an editor judges a recorded change to be, with the reason, and tell nothing without one', () => {
    const shift = { kind: 'hardening' as const, reason: 'Before any paper, now.' };
    const before = replaced(1, 2, { stance: 'requires', asOf: '2031-01' });
    const after = view(2, { stance: 'supports', asOf: '2031-03', shift });
    expect(shiftsOf([before, after])).toEqual([{ findingId: idOf(2), fromId: idOf(1), ...shift }]);
    expect(shiftsOf([{ ...before, state: 'published', successor: null }, after])).toEqual([]);
    expect(shiftsOf([{ ...before, state: 'corrected' }, after])).toEqual([]);
  });

  test('are not told of findings on one issue that nobody tied together', () => {
    const [first, then] = [
      view(1, { stance: 'refuses', asOf: '2031-01' }),
      view(2, { stance: 'supports', asOf: '2031-02' }),
    ];
    expect(shiftsIn([first, then])).toEqual([]);
    const again = view(3, { stance: 'supports', asOf: '2031-03' });
    expect(shiftsIn([first, then, again])).toEqual([]);
  });

  test.each<[string, Partial<FindingView>, Partial<FindingView>, boolean]>([
    ['silence', { stance: 'silent' }, { stance: 'silent' }, true],
    [
      'silence in another lane',
      { stance: 'silent' },
      { stance: 'silent', register: 'private' },
      false,
    ],
    ['the same words', { proposition: 'Says  so' }, { proposition: 'says so' }, true],
    [
      'the same words at a time that may be the same',
      { asOf: '2031', proposition: 'So' },
      { proposition: 'So' },
      false,
    ],
    ['the same words, undated', { proposition: 'So' }, { proposition: 'So', asOf: null }, false],
  ])('tell %s that is repeated: %#', (_, before, after, isTold) => {
    const [first, then] = [
      view(1, { asOf: '2031-01', ...before }),
      view(2, { asOf: '2031-02', ...after }),
    ];
    expect(shiftsIn([first, then])).toEqual(isTold ? [[idOf(2), idOf(1), 'reaffirmation']] : []);
  });

  test('are not from words that the journal had wrong or took back, said again', () => {
    const again = view(2, { proposition: 'So', asOf: '2031-02' });
    for (const state of ['corrected', 'withdrawn'] as const)
      expect(shiftsIn([view(1, { state, proposition: 'So', asOf: '2031-01' }), again])).toEqual([]);
  });

  test('are never of what the journal had wrong or took back', () => {
    const then = view(2, { stance: 'supports', asOf: '2031-02' });
    for (const state of ['corrected', 'withdrawn'] as const)
      expect(
        shiftsIn([replaced(1, 2, { state, stance: 'rejects', asOf: '2031-01' }), then]),
      ).toEqual([]);
  });
});
