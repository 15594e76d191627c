import { toLocalTime } from './zoned-time.ts';

/**
 * The hour in UTC of an instant that is shown by the clock of `zone`, with the day where that is another:
 * "23:30 UTC the day before".
 */
export function utcBeside(instant: string, zone: string): string {
  const [day = '', hour = ''] = toLocalTime(instant, 'UTC').split('T');
  const own = toLocalTime(instant, zone).slice(0, 10);
  return `${hour} UTC${day < own ? ' the day before' : day > own ? ' the day after' : ''}`;
}
