import { dateFormat } from './date-format.ts';

/** British day and month order where a journal only says "en". */
const locale = (language: string) => (language === 'en' ? 'en-GB' : language);

/** "5 February 2026", in the journal's own time zone. */
export function dayInWords(instant: string | Date, language: string, timeZone: string): string {
  return dateFormat(locale(language), { dateStyle: 'long', timeZone }).format(new Date(instant));
}

/** "Thursday, 5 February 2026". */
export function weekdayInWords(instant: Date, language: string, timeZone: string): string {
  return dateFormat(locale(language), { dateStyle: 'full', timeZone }).format(instant);
}

/** "5 Feb" in lists; with its year where that is not this one. */
export function shortDay(instant: string, now: Date, language: string, timeZone: string): string {
  const year = (at: Date) => dateFormat('en', { year: 'numeric', timeZone }).format(at);
  const at = new Date(instant);
  return dateFormat(locale(language), {
    day: 'numeric',
    month: 'short',
    ...(year(at) === year(now) ? {} : { year: 'numeric' }),
    timeZone,
  }).format(at);
}

/** "May 2026" for a month such as `2026-05`; "May" alone where `short`. */
export function monthInWords(month: string, language: string, short = false): string {
  return dateFormat(locale(language), {
    month: short ? 'short' : 'long',
    ...(short ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
}

/** A tick of a time axis: "2026", "March", or "March 2026" where the year is said too; months in short. */
export function tickInWords(
  at: number,
  { unit, hasYear }: { unit: 'year' | 'month'; hasYear: boolean },
  language: string,
): string {
  return dateFormat(locale(language), {
    ...(unit === 'month' ? { month: 'short' } : {}),
    ...(unit === 'year' || hasYear ? { year: 'numeric' } : {}),
    calendar: 'gregory',
    timeZone: 'UTC',
  }).format(at);
}
