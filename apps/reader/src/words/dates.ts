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

/**
 * A loose date (EDTF) as it reads in a sentence: "2012", "September 2012", "10 September 2012",
 * "about 2012", "from 2014 on". What is stranger than that is shown as it is written.
 */
export function looseDateInWords(edtf: string, language: string): string {
  const [from, to, more] = edtf.split('/');
  if (more !== undefined || from === undefined) return edtf;
  if (to === undefined) return oneDate(from, language);
  if (to === '..' || to === '') return `from ${oneDate(from, language)} on`;
  if (from === '..' || from === '') return `until ${oneDate(to, language)}`;
  return `${oneDate(from, language)} to ${oneDate(to, language)}`;
}

function oneDate(value: string, language: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%])?$/.exec(value);
  if (match === null) return value;
  const [, year = '', month, day, doubt] = match;
  const date = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return value;
  const words = dateFormat(locale(language), {
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(date);
  if (doubt === undefined) return words;
  return doubt === '?' ? `possibly ${words}` : `about ${words}`;
}
