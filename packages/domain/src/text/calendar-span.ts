const HOUR = 3_600_000;

/** A year or one of its months, as `2026` or `2026-05`. */
export const CALENDAR_SPAN = /^[12]\d{3}(?:-(?:0[1-9]|1[0-2]))?$/;

/**
 * When a year or a month begins in a time zone, and when the next one does: clocks differ, and are
 * put forward and back, so neither is at midnight in UTC.
 */
export function calendarSpan(span: string, timeZone: string): { from: Date; until: Date } {
  const [year = 0, month] = span.split('-').map(Number);
  const next =
    month === undefined
      ? `${year + 1}-01-01`
      : `${month === 12 ? year + 1 : year}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  const first = month === undefined ? `${span}-01-01` : `${span}-01`;
  return { from: startOfDay(first, timeZone), until: startOfDay(next, timeZone) };
}

/** The first moment at which calendars in a time zone show a day (`2026-05-01`). */
function startOfDay(day: string, timeZone: string): Date {
  const calendar = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone });
  const noonInUtc = Date.parse(`${day}T12:00:00Z`);
  let before = noonInUtc - 30 * HOUR;
  let after = noonInUtc + 18 * HOUR;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (calendar.format(middle) < day) before = middle;
    else after = middle;
  }
  return new Date(after);
}
