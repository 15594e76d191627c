// Whoever consumes this source needs the declaration too: packages are read as source.
/// <reference path="./edtf-types.d.ts" />
import parse from 'edtf';
import type { z } from 'zod';
import { boundedString } from '../values.ts';

/** First and last instant (UTC, inclusive) an EDTF date covers; null where it is open. */
export type Bounds = { readonly from: string | null; readonly to: string | null };

/** An `Instant` has a year of four digits; a bound outside those is as good as open. */
function instant(time: unknown): string | null {
  const date = new Date(typeof time === 'number' ? time : Number.NaN);
  const year = date.getUTCFullYear();
  return year >= 0 && year <= 9999 ? date.toISOString() : null;
}

/**
 * Bounds of an Extended Date/Time Format (ISO 8601-2) string, or null when it is not EDTF.
 * An open interval ("2014/..") has a null bound at its open end.
 */
export function edtfBounds(value: string): Bounds | null {
  const known = parsed.get(value);
  if (known !== undefined) return known;
  const bounds = parseBounds(value);
  if (parsed.size >= 1000) parsed.clear();
  parsed.set(value, bounds);
  return bounds;
}

/** Parsing takes milliseconds, and a journal's few dates come again and again. */
const parsed = new Map<string, Bounds | null>();

function parseBounds(value: string): Bounds | null {
  try {
    const date = parse(value);
    return { from: instant(date.min), to: instant(date.max) };
  } catch {
    return null;
  }
}

/** A loose date: "2012", "2012-09", "2012-09-10", "2014/..", "../2024", "2012~". */
export const Edtf = boundedString(60).refine(
  (value) => edtfBounds(value) !== null,
  'use a date such as 2012, 2012-09, 2012-09-10 or 2014/..',
);
export type Edtf = z.infer<typeof Edtf>;

/** The years an EDTF date covers, as they are printed: "2012", "2012–2014", "2014–", "–2024". */
export function edtfYears(value: string): string {
  const bounds = edtfBounds(value);
  const year = (at: string | null | undefined) => (at ? String(new Date(at).getUTCFullYear()) : '');
  const [from, to] = [year(bounds?.from), year(bounds?.to)];
  return from === to ? from : `${from}–${to}`;
}
