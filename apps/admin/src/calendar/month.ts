import { toInstant } from '../ui/zoned-time.ts';

/** A month as YYYY-MM, and a day as YYYY-MM-DD. */
export type Month = string;
export type Day = string;

const DAY = 86_400_000;
const noon = (day: Day): number => Date.parse(`${day}T12:00:00Z`);
const dayOf = (time: number): Day => new Date(time).toISOString().slice(0, 10);
const daysAfter = (day: Day, count: number): Day => dayOf(noon(day) + count * DAY);

/** The days of a month in whole weeks, each from Monday to Sunday. */
export function weeksOf(month: Month): Day[][] {
  const first = `${month}-01`;
  const start = daysAfter(first, -((new Date(noon(first)).getUTCDay() + 6) % 7));
  const weeks: Day[][] = [];
  for (
    let day = start;
    weeks.length === 0 || day < `${monthAfter(month, 1)}-01`;
    day = daysAfter(day, 7)
  )
    weeks.push(Array.from({ length: 7 }, (_, index) => daysAfter(day, index)));
  return weeks;
}

/** The instants at which those weeks begin and end in a time zone. */
export function spanOf(month: Month, zone: string): { from: string; to: string } {
  const days = weeksOf(month).flat();
  const [first = `${month}-01`] = days;
  const midnight = (day: Day) =>
    toInstant(`${day}T00:00`, zone) ?? new Date(noon(day)).toISOString();
  return { from: midnight(first), to: midnight(daysAfter(days.at(-1) ?? first, 1)) };
}

/** The month so many months later, or earlier where `count` is negative. */
export function monthAfter(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** Whether it is a month of this or the neighbouring centuries: addresses are typed by hand too. */
export const isMonth = (text: string | null): text is Month =>
  text !== null && /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text);

const inWords = (options: Intl.DateTimeFormatOptions) => (day: Day) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(new Date(noon(day)));

/** "November 2031". */
export const monthInWords = (month: Month): string =>
  inWords({ month: 'long', year: 'numeric' })(`${month}-01`);
/** "Thursday, 1 May 2031". */
export const dayInWords = inWords({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
