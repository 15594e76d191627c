import type { z } from 'zod';
import { type Reason, reason } from '../refusal.ts';
import { boundedString } from '../values.ts';
import { type LooseDate, type LooseEnd, readLooseDate, spanOfPoint } from './loose-date.ts';
import { sentence } from './sentence.ts';

/** First and last instant (UTC, inclusive) an EDTF date covers; null if it is open. */
export type Bounds = { readonly from: string | null; readonly to: string | null };

/**
 * Bounds of an Extended Date/Time Format (ISO 8601-2) string, or null when it is not EDTF.
 * An interval that is open or whose end is unknown ("2014/..", "2014/") has a null bound there.
 */
export function edtfBounds(value: string): Bounds | null {
  const { date } = readLooseDate(value);
  if (date === null) return null;
  const spans = pointsOf(date).map(spanOfPoint);
  const [from, to] = openEnds(date);
  return {
    from: from ? null : iso(Math.min(...spans.map((span) => span.from))),
    to: to ? null : iso(Math.max(...spans.map((span) => span.to))),
  };
}

const iso = (time: number) => new Date(time).toISOString();

const isPoint = (end: LooseEnd) => typeof end !== 'string';

/** The dates that a loose date is made of. */
function pointsOf(date: LooseDate) {
  if (date.kind === 'point') return [date.point];
  return date.kind === 'interval' ? [date.from, date.to].filter(isPoint) : date.items.flat();
}

function openEnds(date: LooseDate): [boolean, boolean] {
  if (date.kind === 'point') return [false, false];
  if (date.kind === 'interval') return [!isPoint(date.from), !isPoint(date.to)];
  return [date.earlier, date.later];
}

/** A loose date that was saved or published under earlier rules. */
export const StoredEdtf = boundedString(60);

/** A loose date: "2012", "2012-09", "2012-09-10", "2014/..", "../2024", "2012~". */
export const Edtf = StoredEdtf.check(({ value, issues }) => {
  const { problem } = readLooseDate(value);
  if (problem !== null) issues.push({ code: 'custom', message: problem, input: value });
});
export type Edtf = z.infer<typeof Edtf>;

/**
 * What is wrong with a loose date that replaces another. An unchanged one is not checked: adding
 * protection must always be possible.
 */
export function looseDateReasons(
  at: string,
  before: string | null,
  after: string | null,
): Reason[] {
  const problem = after === null || after === before ? null : readLooseDate(after).problem;
  if (problem === null) return [];
  return [reason('date_invalid', sentence(problem), at)];
}

/** Whether a loose date is a year, a month or a day and nothing vaguer: an ISO 8601 date as programs read it. */
export function isCalendarDate(value: string): boolean {
  const { date, problem } = readLooseDate(value);
  return (
    problem === null &&
    date?.kind === 'point' &&
    date.point.season === null &&
    /^\d{4}(?:-\d{2}){0,2}$/.test(value)
  );
}

/** Whether a loose date is one year, month or day, however vague, and neither a span nor a choice. */
export const isPointInTime = (value: string): boolean =>
  readLooseDate(value).date?.kind === 'point';
