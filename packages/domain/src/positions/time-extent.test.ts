import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looseDate } from '../testing/loose-dates.ts';
import { edtfBounds } from '../text/edtf.ts';
import { timeExtentOf } from './time-extent.ts';

const day = (time: number | null | undefined) =>
  time == null ? time : new Date(time).toISOString().slice(0, 10);

describe('a loose date as it is drawn', () => {
  test.each([
    ['2012-09-10', 'day', '2012-09-10', '2012-09-10', '2012-09-10'],
    ['2012-09', 'within', '2012-09-01', '2012-09-30', '2012-09-15'],
    ['2012', 'within', '2012-01-01', '2012-12-31', '2012-07-01'],
    ['2012-XX', 'within', '2012-01-01', '2012-12-31', '2012-07-01'],
    ['196X', 'within', '1960-01-01', '1969-12-31', '1964-12-31'],
    ['[2012,2014]', 'within', '2012-01-01', '2014-12-31', '2013-07-01'],
    ['2012/2014', 'throughout', '2012-01-01', '2014-12-31', '2012-01-01'],
    ['{2012,2014}', 'throughout', '2012-01-01', '2014-12-31', '2012-01-01'],
    ['2014/..', 'throughout', '2014-01-01', null, '2014-01-01'],
    ['../2014', 'throughout', null, '2014-12-31', '2014-12-31'],
    ['[..2014]', 'within', null, '2014-12-31', '2014-12-31'],
  ])('%s is %s, from %s to %s, with its point at %s', (edtf, kind, from, to, at) => {
    const extent = timeExtentOf(edtf);
    expect([extent?.kind, day(extent?.from), day(extent?.to), day(extent?.at)]).toEqual([
      ...[kind, from, to, at],
    ]);
  });

  test.each([
    ['2014/..', null, 'open'],
    ['2014/', null, 'unknown'],
    ['../2014', 'open', null],
    ['/2014', 'unknown', null],
    ['[..2014]', 'open', null],
    ['{2014..}', null, 'open'],
    ['2012/2014', null, null],
    ['2012', null, null],
  ])('%s has the ends %s and %s', (edtf, start, end) => {
    expect(timeExtentOf(edtf)).toMatchObject({ start, end });
  });

  test.each(['2012~', '2012?', '2012-~09', '2012-09-10?', '2012~/2014', '2014?/..'])(
    '%s is in doubt',
    (edtf) => {
      expect(timeExtentOf(edtf)?.isDoubtful).toBe(true);
    },
  );

  test('is none where nobody can read it, and has its point within its bounds', () => {
    expect(timeExtentOf('last spring')).toBe(null);
    expect(timeExtentOf('2012/2014')?.isDoubtful).toBe(false);
    fc.assert(
      fc.property(looseDate, (edtf) => {
        const extent = timeExtentOf(edtf);
        expect(extent === null).toBe(edtfBounds(edtf) === null);
        if (extent === null) return;
        expect(extent.at).toBeGreaterThanOrEqual(extent.from ?? -Infinity);
        expect(extent.at).toBeLessThanOrEqual(extent.to ?? Infinity);
      }),
    );
  });
});
