import { describe, expect, test } from 'vitest';
import { readDay } from './read-day.ts';

describe('a typed day', () => {
  test.each([
    ['a year', '2025', '2025-01-01'],
    ['a month', '2025-03', '2025-03-01'],
    ['a day', '2025-03-09', '2025-03-09'],
    ['the last day of a leap year’s February', '2024-02-29', '2024-02-29'],
    ['the first year', '0001', '0001-01-01'],
    ['the last day that can be written', '9999-12-31', '9999-12-31'],
  ])('given %s, then its first day', (_, typed, day) => {
    expect(readDay(typed)).toBe(day);
  });

  test.each([
    ['a year that the database does not have', '0000'],
    ['a day in it', '0000-03-09'],
    ['a month that no year has', '2025-13'],
    ['a month before the first', '2025-00'],
    ['a day that no month has', '2025-01-32'],
    ['a day that its month does not have', '2025-02-29'],
    ['too few digits', '2025-3'],
    ['too many', '20251'],
    ['something before it', 'x2025'],
    ['something after it', '2025-03-09T10:00'],
    ['a word', 'soon'],
    ['nothing', ''],
  ])('given %s, then none', (_, typed) => {
    expect(readDay(typed)).toBeNull();
  });
});
