import { describe, expect, it } from 'vitest';
import { dayIn, toInstant, toLocalTime } from './zoned-time.ts';

describe('wall-clock times in a zone', () => {
  it('gives the date in that time zone', () => {
    const now = Date.parse('2031-05-03T23:30:00.000Z');
    expect(dayIn('UTC', now)).toBe('2031-05-03');
    expect(dayIn('Europe/Paris', now)).toBe('2031-05-04');
  });

  it('reads nine in London in winter as nine UTC and in summer as eight', () => {
    expect(toInstant('2031-01-15T09:00', 'Europe/London')).toBe('2031-01-15T09:00:00.000Z');
    expect(toInstant('2031-07-15T09:00', 'Europe/London')).toBe('2031-07-15T08:00:00.000Z');
  });

  it('gives back what was typed, in zones of half and quarter hours too', () => {
    for (const zone of ['Asia/Kabul', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Kiritimati']) {
      const instant = toInstant('2030-11-03T18:45', zone);
      expect(instant).not.toBeNull();
      expect(toLocalTime(instant ?? '', zone)).toBe('2030-11-03T18:45');
    }
  });

  it('takes the first of two passings when the clock goes back', () => {
    expect(toInstant('2031-10-26T01:30', 'Europe/London')).toBe('2031-10-26T00:30:00.000Z');
  });

  it('moves a time that the clock skips past the gap', () => {
    const instant = toInstant('2031-03-30T01:30', 'Europe/London');
    expect(toLocalTime(instant ?? '', 'Europe/London')).toBe('2031-03-30T02:30');
  });

  it('knows no time in nonsense', () => {
    expect(toInstant('', 'UTC')).toBeNull();
    expect(toInstant('2031-13-45T99:00', 'UTC')).toBeNull();
  });
});
