import { describe, expect, it } from 'vitest';
import { dayInWords, monthInWords, shortDay } from './dates.ts';

describe('dates in words', () => {
  it('are days in the journal’s time zone', () => {
    expect(dayInWords('2026-02-05T23:30:00.000Z', 'en', 'Asia/Kabul')).toBe('6 February 2026');
  });

  it('name the year only where it is another one', () => {
    const now = new Date('2026-11-23T12:00:00.000Z');
    expect(shortDay('2026-02-05T06:00:00.000Z', now, 'en', 'UTC')).toBe('5 Feb');
    expect(shortDay('2025-02-05T06:00:00.000Z', now, 'en', 'UTC')).toBe('5 Feb 2025');
  });

  it('name a month by itself, or with its year', () => {
    expect(monthInWords('2026-05', 'en')).toBe('May 2026');
    expect(monthInWords('2026-09', 'en', true)).toBe('Sept');
  });
});
