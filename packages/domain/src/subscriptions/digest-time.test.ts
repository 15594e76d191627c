import { describe, expect, test } from 'vitest';
import { lastDigestTime } from './digest-time.ts';

const last = (now: string, cadence: 'daily' | 'weekly', timeZone = 'UTC', hour = 7) =>
  lastDigestTime(new Date(now), { cadence, hour, timeZone })?.toISOString();

describe('a digest', () => {
  test('was last due at its hour of today or yesterday', () => {
    expect(last('2031-05-14T07:00:00Z', 'daily')).toBe('2031-05-14T07:00:00.000Z');
    expect(last('2031-05-14T06:59:59Z', 'daily')).toBe('2031-05-13T07:00:00.000Z');
  });

  test('of a week was last due on a Monday', () => {
    expect(last('2031-05-14T07:00:00Z', 'weekly')).toBe('2031-05-12T07:00:00.000Z');
    expect(last('2031-05-12T06:00:00Z', 'weekly')).toBe('2031-05-05T07:00:00.000Z');
  });

  test('goes by the time zone of the journal, also where that is no whole hour off', () => {
    expect(last('2031-05-14T12:00:00Z', 'daily', 'Asia/Kabul')).toBe('2031-05-14T02:30:00.000Z');
    expect(last('2031-07-14T12:00:00Z', 'daily', 'Europe/London')).toBe('2031-07-14T06:00:00.000Z');
  });
});
