import { describe, expect, it } from 'vitest';
import { endOfDay } from './journal-day.ts';

const end = (now: string, zone: string) => new Date(endOfDay(new Date(now), zone)).toISOString();

describe('the end of today', () => {
  it('is midnight where the journal is, not where the server is', () => {
    expect(end('2026-02-05T12:00:00.000Z', 'Europe/London')).toBe('2026-02-06T00:00:00.000Z');
    expect(end('2026-02-05T12:00:00.000Z', 'Asia/Kabul')).toBe('2026-02-05T19:30:00.000Z');
    expect(end('2026-02-05T23:30:00.000Z', 'Pacific/Auckland')).toBe('2026-02-06T11:00:00.000Z');
  });

  it('is right on the days that have 23 or 25 hours', () => {
    expect(end('2026-03-29T00:30:00.000Z', 'Europe/London')).toBe('2026-03-29T23:00:00.000Z');
    expect(end('2026-10-24T23:30:00.000Z', 'Europe/London')).toBe('2026-10-26T00:00:00.000Z');
  });

  it('is still to come at the last millisecond', () => {
    expect(end('2026-02-05T23:59:59.999Z', 'UTC')).toBe('2026-02-06T00:00:00.000Z');
    expect(end('2026-02-06T00:00:00.000Z', 'UTC')).toBe('2026-02-07T00:00:00.000Z');
  });
});
