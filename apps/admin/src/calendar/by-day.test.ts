import { describe, expect, it } from 'vitest';
import { byDay, dueAt } from './by-day.ts';

const article = (publishAt: string | null, embargoUntil: string | null = null) => ({
  publishAt,
  embargoUntil,
});

describe('the calendar', () => {
  it('takes the later of the time set and the end of the embargo', () => {
    expect(dueAt(article('2031-05-01T08:00:00.000Z', '2031-05-02T00:00:00.000Z'))).toBe(
      '2031-05-02T00:00:00.000Z',
    );
  });

  it('puts late evening in UTC on the next day further east', () => {
    const late = article('2031-05-01T22:30:00.000Z');
    expect(byDay([late], 'UTC')[0]?.day).toBe('2031-05-01');
    expect(byDay([late], 'Asia/Kabul')[0]?.day).toBe('2031-05-02');
  });

  it('is in order, soonest first, and leaves out what has no time', () => {
    const days = byDay(
      [article('2031-05-03T08:00:00.000Z'), article(null), article('2031-05-01T08:00:00.000Z')],
      'UTC',
    );
    expect(days.map(({ label }) => label)).toEqual([
      'Thursday, 1 May 2031',
      'Saturday, 3 May 2031',
    ]);
  });
});
