const HOUR = 3_600_000;

/**
 * When the day that is today in a time zone ends, in milliseconds: midnight there, which is not
 * always 24 hours after the last one.
 */
export function endOfDay(now: Date, timeZone: string): number {
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone });
  const today = day.format(now);
  let before = now.getTime();
  let after = before + 26 * HOUR;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (day.format(middle) === today) before = middle;
    else after = middle;
  }
  return after;
}
