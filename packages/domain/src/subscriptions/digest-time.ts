import type { Cadence } from './subject.ts';

const quarter = 15 * 60 * 1000;
/** A week and a day, in quarters of an hour: whole hours of a time zone begin at one of them. */
const lookedBack = 8 * 24 * 4;

/**
 * The last time at which a digest was due: at an hour of the journal's time zone, each day or on Mondays.
 * Null for a day without that hour, when clocks are put forward.
 */
export function lastDigestTime(
  now: Date,
  {
    cadence,
    hour,
    timeZone,
  }: { cadence: Exclude<Cadence, 'at_once'>; hour: number; timeZone: string },
): Date | null {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  const wanted = `${String(hour).padStart(2, '0')}:00`;
  const first = Math.floor(now.getTime() / quarter) * quarter;
  for (let step = 0; step < lookedBack; step += 1) {
    const moment = new Date(first - step * quarter);
    const [day = '', time] = format.format(moment).split(/[ ,]+/);
    if (time === wanted && (cadence === 'daily' || day === 'Mon')) return moment;
  }
  return null;
}
