import { expect, it } from 'vitest';
import { CALENDAR_SPAN, calendarSpan } from './calendar-span.ts';

const of = (span: string, timeZone: string) => {
  const { from, until } = calendarSpan(span, timeZone);
  return [from.toISOString(), until.toISOString()];
};

it.each([
  ['2026-05', 'UTC', '2026-05-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z'],
  ['2026-12', 'Asia/Kabul', '2026-11-30T19:30:00.000Z', '2026-12-31T19:30:00.000Z'],
  // Summer time begins in between.
  ['2026-03', 'Europe/London', '2026-03-01T00:00:00.000Z', '2026-03-31T23:00:00.000Z'],
  ['2026', 'America/New_York', '2026-01-01T05:00:00.000Z', '2027-01-01T05:00:00.000Z'],
  ['2026-01', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z', '2026-01-31T10:00:00.000Z'],
])('%s in %s is from %s until %s', (span, timeZone, from, until) => {
  expect(of(span, timeZone)).toEqual([from, until]);
});

it('reads years and months, and nothing else', () => {
  const spans = ['2026', '2026-05', '2026-13', '2026-5', '26', '2026-05-01', '3026'];
  expect(spans.filter((span) => CALENDAR_SPAN.test(span))).toEqual(['2026', '2026-05']);
});
