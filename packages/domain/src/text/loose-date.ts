// Packages are read as source, so what imports this needs the declaration too.
/// <reference path="./edtf-types.d.ts" />
import { Bitmask, type ParsedInterval, type ParsedList, type ParsedPart, parse } from 'edtf';
import { seasons } from './seasons.ts';

/** One date of a loose date: a year or something in it. */
export type LoosePoint = {
  readonly year: number;
  /** How many years it may be one of: 10 for "196X", 100 for "19XX". */
  readonly years: 1 | 10 | 100;
  /** From 1. */
  readonly month: number | null;
  /** A code of `seasons`, instead of a month. */
  readonly season: number | null;
  readonly day: number | null;
  /** The moment in milliseconds, if there is a time of day. */
  readonly time: number | null;
  /** The unit of which one, unspecified, is meant: "2012-XX", "2012-09-XX". */
  readonly some: 'month' | 'day' | null;
  readonly approximate: boolean;
  readonly uncertain: boolean;
};

/** An end that is open ("..") has not come or has no bound; one that is unknown has come some time. */
export type LooseEnd = LoosePoint | 'open' | 'unknown';

export type LooseDate =
  | { readonly kind: 'point'; readonly point: LoosePoint }
  | { readonly kind: 'interval'; readonly from: LooseEnd; readonly to: LooseEnd }
  | {
      /** All of the dates, or one of them. */
      readonly kind: 'all' | 'one';
      readonly items: readonly (LoosePoint | readonly [LoosePoint, LoosePoint])[];
      readonly earlier: boolean;
      readonly later: boolean;
    };

/**
 * A string parsed as a loose date (EDTF, ISO 8601-2), or the problem with it in words. A day that
 * its month does not have is wrong, but the month is still read.
 */
type LooseReading = { readonly date: LooseDate | null; readonly problem: string | null };

/** Parsing takes milliseconds, and a journal's few dates come again and again. */
const known = new Map<string, LooseReading>();

/** Reads a loose date (see `LooseReading`). */
export function readLooseDate(value: string): LooseReading {
  const before = known.get(value);
  if (before !== undefined) return before;
  const reading = readParsed(value);
  if (known.size >= 1000) known.clear();
  known.set(value, reading);
  return reading;
}

const NOT_A_DATE = 'use a date such as 2012, 2012-09, 2012-09-10, 2012~ or 2014/..';
const NO_YEAR_0 = 'there is no year 0: use a year from 0001 to 9999';
const FAR_YEAR = 'use a year from 0001 to 9999';
const UNSPECIFIED = 'leave out what is not known, as in 2012, 2012-XX, 2012-09-XX or 196X';
const NO_DATE = 'give at least one date';
const OPEN_TWICE = 'leave dates open at one end only';
const ORDER = 'the end has to come after the beginning';

function readParsed(value: string): LooseReading {
  const parsed = parseEither(value);
  if (parsed === null) return { date: null, problem: NOT_A_DATE };
  const problems: string[] = [];
  const date = dateOf(parsed, problems);
  return { date, problem: problems[0] ?? null };
}

/** With seasons in doubt and in intervals only where it has to be: the library then stumbles over "/2014". */
function parseEither(value: string): ReturnType<typeof parse> | null {
  for (const seasons of [false, true]) {
    try {
      return parse(value, { seasonIntervals: seasons, seasonUncertainty: seasons });
    } catch {}
  }
  return null;
}

function dateOf(
  parsed: ParsedPart | ParsedInterval | ParsedList,
  problems: string[],
): LooseDate | null {
  if (parsed.type === 'Interval') return intervalOf(parsed, problems);
  if (parsed.type === 'List' || parsed.type === 'Set') return listOf(parsed, problems);
  const point = pointOf(parsed, problems);
  return point && { kind: 'point', point };
}

function intervalOf({ values }: ParsedInterval, problems: string[]): LooseDate | null {
  const [from, to] = values.map((value): LooseEnd | null => {
    if (value === null) return 'unknown';
    return typeof value === 'number' ? 'open' : pointOf(value, problems);
  });
  if (!from || !to) return null;
  if (typeof from === 'string' && typeof to === 'string') return refused(problems, NO_DATE);
  if (typeof from !== 'string' && typeof to !== 'string' && !isLater(to, from))
    return refused(problems, ORDER);
  return { kind: 'interval', from, to };
}

function listOf({ type, values, ...ends }: ParsedList, problems: string[]): LooseDate | null {
  const [earlier, later] = [ends.earlier === true, ends.later === true];
  const items = values.map((value) => {
    if (!isRange(value)) return pointOf(value, problems);
    const [from, to] = [pointOf(value[0], problems), pointOf(value[1], problems)];
    if (from === null || to === null) return null;
    return isLater(to, from) ? ([from, to] as const) : refused(problems, ORDER);
  });
  if (earlier && later) return refused(problems, items.length === 1 ? NO_DATE : OPEN_TWICE);
  if (!items.every((item) => item !== null)) return null;
  return { kind: type === 'List' ? 'all' : 'one', items, earlier, later };
}

const isRange = (
  value: ParsedPart | readonly [ParsedPart, ParsedPart],
): value is readonly [ParsedPart, ParsedPart] => Array.isArray(value);

function pointOf(part: ParsedPart, problems: string[]): LoosePoint | null {
  const { type = 'Date', values, unspecified = 0 } = part;
  const [year = 0, second = null, third = null] = values;
  if (type === 'Decade' || type === 'Century')
    return refused(problems, 'write a decade as 196X and a century as 19XX');
  const yearMasked = unspecified === Bitmask.YYYX || unspecified === Bitmask.YYXX;
  if (unspecified !== 0 && !yearMasked && unspecified % 16 !== 0)
    return refused(problems, UNSPECIFIED);
  if (year === 0) return refused(problems, NO_YEAR_0);
  if (year < 0 || year > 9999) return refused(problems, FAR_YEAR);
  if (type === 'Year') return refused(problems, `write about ${year} as ${padded(year)}~`);
  const point = {
    year,
    years: unspecified === Bitmask.YYYX ? 10 : unspecified === Bitmask.YYXX ? 100 : 1,
    month: null,
    season: null,
    day: null,
    time: null,
    some: null,
    approximate: Boolean(part.approximate),
    uncertain: Boolean(part.uncertain),
  } as const;
  if (type === 'Season')
    return unspecified === 0 ? { ...point, season: second } : refused(problems, UNSPECIFIED);
  if (unspecified !== 0) return maskedPoint(point, part, problems);
  if (second === null) return point;
  const month = second + 1;
  if (third === null || third <= daysIn(year, month)) {
    const dated = { ...point, month, day: third };
    return values.length > 3 ? timedPoint(dated, part, problems) : dated;
  }
  problems.push(`there is no ${third} February ${year}: check the day, or leave it out`);
  return { ...point, month };
}

/** A time of day is one of a time zone: without it, its bounds would be those of the machine. */
function timedPoint(
  point: LoosePoint,
  { values, offset = 0, timeZone }: ParsedPart,
  problems: string[],
): LoosePoint | null {
  const [, , , hours = 0, minutes = 0, seconds = 0] = values;
  if (timeZone === undefined)
    return refused(problems, 'give the time zone as well, as in 2012-09-10T18:30Z');
  const day = new Date(spanOfPoint(point).from);
  const time = day.setUTCHours(hours, minutes - offset, seconds);
  const year = new Date(time).getUTCFullYear();
  return year < 1 || year > 9999 ? refused(problems, FAR_YEAR) : { ...point, time };
}

/** Only the last parts may be unspecified: the day, the day and month, or the end of the year. */
function maskedPoint(
  point: LoosePoint,
  { values, unspecified }: ParsedPart,
  problems: string[],
): LoosePoint | null {
  const [, second = 0] = values;
  if (point.years > 1 && values.length === 1) return point;
  if (unspecified === Bitmask.MONTH && values.length === 2) return { ...point, some: 'month' };
  if (unspecified === Bitmask.MD) return { ...point, some: 'day' };
  if (unspecified === Bitmask.DAY) return { ...point, month: second + 1, some: 'day' };
  return refused(problems, UNSPECIFIED);
}

function refused(problems: string[], problem: string): null {
  problems.push(problem);
  return null;
}

const padded = (year: number) => String(year).padStart(4, '0');
const daysIn = (year: number, month: number) => new Date(monthStart(year, month) - 1).getUTCDate();

/** When a month (from 0, or beyond 11 in later years) begins; `Date.UTC` takes 33 for 1933. */
const monthStart = (year: number, month: number) => new Date(0).setUTCFullYear(year, month, 1);

const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** The first and last millisecond (UTC) that one date may be of. */
export function spanOfPoint(point: LoosePoint): { readonly from: number; readonly to: number } {
  const { year, years, month, day, time } = point;
  if (time !== null) return { from: time, to: time };
  const season = point.season === null ? undefined : seasons.get(point.season);
  const [first, months] =
    month === null ? [season?.from ?? 0, season?.months ?? 12 * years] : [month - 1, 1];
  const from = monthStart(year, first);
  if (day === null) return { from, to: Math.min(monthStart(year, first + months) - 1, LAST) };
  const start = new Date(from).setUTCDate(day);
  return { from: start, to: new Date(start).setUTCDate(day + 1) - 1 };
}

/** Whether something can lie between two dates: one begins or ends after the other. */
function isLater(point: LoosePoint, than: LoosePoint): boolean {
  const [later, sooner] = [spanOfPoint(point), spanOfPoint(than)];
  return later.from > sooner.from || later.to > sooner.to;
}
