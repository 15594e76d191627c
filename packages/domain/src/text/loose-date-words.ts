import { type LooseDate, type LooseEnd, type LoosePoint, readLooseDate } from './loose-date.ts';
import { seasons } from './seasons.ts';

/**
 * A loose date (EDTF) as it reads in a sentence: "2012", "September 2012", "10 September 2012",
 * "about 2012", "from 2014 on", "some year in the 1960s". One that cannot be read is shown as it is
 * written: `Edtf` takes none any more.
 */
export function looseDateInWords(edtf: string, language: string): string {
  const { date } = readLooseDate(edtf);
  return date === null ? edtf : words(date, (point) => pointInWords(point, language));
}

/** The years of a loose date as they are printed: "2012", "2012–2014", "2014–", "2014–?", "c. 2012". */
export function edtfYears(edtf: string): string {
  const { date } = readLooseDate(edtf);
  if (date === null) return edtf;
  if (date.kind === 'point') return printedYear(date.point);
  if (date.kind === 'interval') return range(date.from, date.to);
  const items = date.items.map((item) => (isRange(item) ? range(...item) : printedYear(item)));
  if (date.earlier) items[0] = `–${items[0]}`;
  if (date.later) items.push(`${items.pop()}–`);
  return [...new Set(items)].join(date.kind === 'one' ? ' or ' : ', ');
}

function words(date: LooseDate, say: (point: LoosePoint) => string): string {
  if (date.kind === 'point') return say(date.point);
  if (date.kind === 'interval') return intervalInWords(date.from, date.to, say);
  const one = date.kind === 'one';
  const items = date.items.map((item) => {
    if (!isRange(item)) return say(item);
    const span = `${say(item[0])} to ${say(item[1])}`;
    return one ? `some time from ${span}` : span;
  });
  const [before, after] = one ? ['or earlier', 'or later'] : ['and earlier', 'and later'];
  if (date.earlier) items[0] = `${items[0]} ${before}`;
  if (date.later) items.push(`${items.pop()} ${after}`);
  return new Intl.ListFormat('en-GB', { type: one ? 'disjunction' : 'conjunction' }).format(items);
}

const isRange = (
  item: LoosePoint | readonly [LoosePoint, LoosePoint],
): item is readonly [LoosePoint, LoosePoint] => Array.isArray(item);

function intervalInWords(from: LooseEnd, to: LooseEnd, say: (point: LoosePoint) => string): string {
  if (typeof from !== 'string')
    return typeof to !== 'string'
      ? `${say(from)} to ${say(to)}`
      : to === 'open'
        ? `from ${say(from)} on`
        : `from ${say(from)}, until when is not known`;
  if (typeof to === 'string') return '';
  return from === 'open' ? `until ${say(to)}` : `until ${say(to)}, since when is not known`;
}

function pointInWords(point: LoosePoint, language: string): string {
  const { some, approximate, uncertain } = point;
  const doubt = `${uncertain ? 'possibly ' : ''}${approximate ? 'about ' : ''}`;
  return `${doubt}${some === null ? '' : `some ${some} in `}${calendarWords(point, language)}`;
}

function calendarWords(point: LoosePoint, language: string): string {
  const { year, years, month, day, season, time } = point;
  if (time !== null) {
    const [, clock = ''] = /T(\d\d:\d\d(?::(?!00)\d\d)?)/.exec(new Date(time).toISOString()) ?? [];
    return `${dateFormat(language, true, true).format(time)}, ${clock} UTC`;
  }
  if (years === 10) return `some year in the ${year}s`;
  if (years === 100) return `some year from ${year} to ${year + 99}`;
  if (season !== null) return `${seasons.get(season)?.words} ${year}`;
  const date = new Date(0).setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
  return dateFormat(language, month !== null, day !== null).format(date);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * British day and month order where a journal only says "en". A day can be expressed in the calendar of
 * the language; a Gregorian year or month cannot, since those of other calendars begin elsewhere.
 */
function dateFormat(language: string, hasMonth: boolean, hasDay: boolean): Intl.DateTimeFormat {
  const key = `${language} ${hasMonth} ${hasDay}`;
  const made = formats.get(key);
  if (made !== undefined) return made;
  if (formats.size >= 100) formats.clear();
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    year: 'numeric',
    ...(hasMonth ? { month: 'long' } : {}),
    ...(hasDay ? { day: 'numeric' } : { calendar: 'gregory' }),
    timeZone: 'UTC',
  });
  formats.set(key, format);
  return format;
}

function range(from: LooseEnd, to: LooseEnd): string {
  const [first, last] = [from, to].map((end) =>
    end === 'open' ? '' : end === 'unknown' ? '?' : printedYear(end),
  );
  return first === last ? String(first) : `${first}–${last}`;
}

function printedYear({ year, years, approximate, uncertain }: LoosePoint): string {
  const printed = years === 1 ? `${year}` : years === 10 ? `${year}s` : `${year}–${year + 99}`;
  return `${approximate ? 'c. ' : ''}${printed}${uncertain ? '?' : ''}`;
}
