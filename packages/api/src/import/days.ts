import { foldWord, monthFirst, monthNamed, westernFigures } from './month-names.ts';

/** A day that a text names, and where in the text it does; `iso` is null if it may be two days. */
export type NamedDay = { iso: string | null; from: number; to: number };

/** The day as YYYY-MM-DD; null if there is no such day. Thailand counts years from 543 before ours. */
function isoDay(year: number, month: number, day: number): string | null {
  const ours = year >= 2400 && year < 2700 ? year - 543 : year;
  if (ours < 1900 || ours > 2100) return null;
  const date = new Date(Date.UTC(ours, month - 1, day));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : null;
}

const yearFirst =
  /(?<!\d)(\d{4})\s*(?:[-/.]|年|년)\s*(\d{1,2})\s*(?:[-/.]|月|월)\s*(\d{1,2})(?!\d)\s*[日일]?/g;
const compact = /(?<!\d)((?:19|20)\d{2})([01]\d)([0-3]\d)(?=T\d|$|\D)/g;
const yearLast = /(?<![\d.])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)/g;

function inFigures(text: string, language: string | null): NamedDay[] {
  const found: NamedDay[] = [];
  for (const pattern of [yearFirst, compact])
    for (const match of text.matchAll(pattern)) {
      const [all, year, month, day] = match;
      const iso = isoDay(Number(year), Number(month), Number(day));
      if (iso !== null) found.push({ iso, from: match.index, to: match.index + all.length });
    }
  for (const match of text.matchAll(yearLast)) {
    const [all, first, sign, second, year] = match;
    const [dayFirst, monthIsFirst] = [
      isoDay(Number(year), Number(second), Number(first)),
      isoDay(Number(year), Number(first), Number(second)),
    ];
    if (dayFirst === null && monthIsFirst === null) continue;
    // Only English writes the month first, and never with dots between.
    const order = sign === '.' ? false : monthFirst(language);
    const sure = dayFirst === monthIsFirst || dayFirst === null || monthIsFirst === null;
    const iso = sure
      ? (dayFirst ?? monthIsFirst)
      : order === null
        ? null
        : order
          ? monthIsFirst
          : dayFirst;
    found.push({ iso, from: match.index, to: match.index + all.length });
  }
  return found;
}

type Token = { text: string; number: number | null; from: number; to: number };

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/(\d+)(?:\p{L}{1,3}(?!\p{L}))?|[\p{L}\p{M}]+/gu)].map((match) => ({
    text: foldWord(match[0]),
    number: match[1] === undefined ? null : Number(match[1]),
    from: match.index,
    to: match.index + match[0].length,
  }));

const isDay = (token: Token | undefined) =>
  token?.number !== null && token !== undefined && token.number >= 1 && token.number <= 31;
const isYear = (token: Token | undefined) =>
  token?.number !== null && token !== undefined && token.number >= 1900 && token.number < 2700;

/** Words such as "de", "of" and "г" between the parts of a date. */
const joins = (word: string, language: string | null) =>
  (word.length <= 2 || word === 'del') && monthNamed(word, language) === null;

/** The number next to a month's name. */
function neighbour(
  tokens: Token[],
  at: number,
  step: 1 | -1,
  language: string | null,
): { token: Token; at: number } | null {
  for (const distance of [0, 1]) {
    const token = tokens[at + step * distance];
    if (token === undefined) return null;
    if (token.number !== null) return { token, at: at + step * distance };
    if (!joins(token.text, language)) return null;
  }
  return null;
}

/** A day with the month's name: the longest name that begins at a token, with its day and year. */
function withMonthAt(tokens: Token[], at: number, language: string | null): NamedDay | null {
  for (const length of [3, 2, 1]) {
    const words = tokens.slice(at, at + length);
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined || words.length < length) continue;
    if (first.number !== null) return null;
    const month = monthNamed(words.map(({ text }) => text).join(' '), language);
    if (month === null) continue;
    const before = neighbour(tokens, at - 1, -1, language);
    const after = neighbour(tokens, at + length, 1, language);
    const then = after === null ? null : neighbour(tokens, after.at + 1, 1, language);
    const day = (year: Token, token: Token): NamedDay | null => {
      const iso = isoDay(year.number ?? 0, month, token.number ?? 0);
      const ends = [first, last, year, token];
      const [from, to] = [
        Math.min(...ends.map((end) => end.from)),
        Math.max(...ends.map((end) => end.to)),
      ];
      return iso === null ? null : { iso, from, to };
    };
    if (before && after && isDay(before.token) && isYear(after.token))
      return day(after.token, before.token);
    if (before && after && isYear(before.token) && isDay(after.token))
      return day(before.token, after.token);
    if (after && then && isDay(after.token) && isYear(then.token))
      return day(then.token, after.token);
  }
  return null;
}

/** The days that a text names, in its order: in figures, or with the month's name in any language. */
export function daysIn(text: string, language: string | null): NamedDay[] {
  const western = westernFigures(text);
  // Figures of another script take up to two code units, and the places have to stay those of `text`.
  const places = western.length === text.length;
  const tokens = tokensOf(western);
  const found = [
    ...inFigures(western, language),
    ...tokens.flatMap((_, at) => withMonthAt(tokens, at, language) ?? []),
  ].toSorted((a, b) => a.from - b.from || b.to - a.to);
  const apart = found.filter(
    (each, index) => !found.slice(0, index).some((other) => each.from < other.to),
  );
  return places ? apart : apart.map((each) => ({ ...each, from: 0, to: text.length }));
}

/** The first day that a text names; null for none, or for one that may be two. */
export const dayIn = (text: string, language: string | null) =>
  daysIn(text, language)[0]?.iso ?? null;
