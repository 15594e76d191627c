import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLocalTime } from '../ui/zoned-time.ts';
import { isMonth, monthAfter, monthInWords, spanOf, weeksOf } from './month.ts';

const anyMonth = fc
  .tuple(fc.integer({ min: 1990, max: 2150 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);

describe('the weeks of a month', () => {
  it('begin on Monday and end on Sunday, and have every day of the month once', () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        const weeks = weeksOf(month);
        const days = weeks.flat();
        const weekday = (day: string | undefined) => new Date(`${day}T00:00:00Z`).getUTCDay();
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          expect([weekday(week[0]), weekday(week[6])]).toEqual([1, 0]);
          // Each week has a day of the month, or it would not be shown.
          expect(week.some((day) => day.startsWith(month))).toBe(true);
        }
        expect(new Set(days).size).toBe(days.length);
        const last = new Date(Date.parse(`${monthAfter(month, 1)}-01`) - 86_400_000);
        const inMonth = days.filter((day) => day.startsWith(month));
        expect(inMonth[0]).toBe(`${month}-01`);
        expect(inMonth).toHaveLength(last.getUTCDate());
      }),
    );
  });

  it('are four at least and six at most', () => {
    expect(weeksOf('2027-02')).toHaveLength(4);
    expect(weeksOf('2027-05')).toHaveLength(6);
  });
});

describe('the span of a month', () => {
  it('is from midnight to midnight on the clock of the zone, over a change of the clock too', () => {
    for (const zone of [
      'UTC',
      'Europe/London',
      'Asia/Kabul',
      'America/New_York',
      'Pacific/Kiritimati',
    ]) {
      const { from, to } = spanOf('2031-03', zone);
      expect([toLocalTime(from, zone), toLocalTime(to, zone)]).toEqual([
        '2031-02-24T00:00',
        '2031-04-07T00:00',
      ]);
    }
  });
});

describe('months', () => {
  it('go on over the end of a year', () => {
    expect([monthAfter('2031-12', 1), monthAfter('2031-01', -1)]).toEqual(['2032-01', '2030-12']);
    expect(monthInWords('2031-12')).toBe('December 2031');
  });

  it('are known from what is not one', () => {
    expect(['2031-12', '2031-13', '2031-1', '0031-01', 'x', null].map(isMonth)).toEqual([
      ...[true, false, false, false, false, false],
    ]);
  });
});
