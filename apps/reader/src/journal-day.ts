import { dateFormat } from './words/date-format.ts';

const HOUR = 3_600_000;

/** The last result: valid from the moment it was computed for until the day ends. */
let known = { timeZone: '', from: 0, until: 0 };

/**
 * When the day that is today in a time zone ends, in milliseconds: midnight there, which is not
 * always 24 hours after the last one.
 */
export function endOfDay(now: Date, timeZone: string): number {
  const at = now.getTime();
  if (known.timeZone === timeZone && known.from <= at && at < known.until) return known.until;
  const day = dateFormat('en', { dateStyle: 'short', timeZone });
  const today = day.format(now);
  let before = at;
  let after = before + 26 * HOUR;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (day.format(middle) === today) before = middle;
    else after = middle;
  }
  known = { timeZone, from: at, until: after };
  return after;
}
