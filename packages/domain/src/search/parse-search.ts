import { type Facet, facets } from './facets.ts';
import { foldText } from './fold.ts';
import { readDay } from './read-day.ts';
import { type Field, type Part, readParts } from './read-parts.ts';
import {
  type Ignored,
  noFields,
  type SearchFields,
  type SearchQuery,
  type SearchTerm,
} from './search-query.ts';

/** Bounds on what one search may cost. */
export const maxSearchInput = 300;
const maxTerms = 12;
const maxValues = 8;
const longestTerm = 100;

/** A star takes this many letters before it: fewer begin more words than can be looked for. */
const LETTERS_AND_STAR = /^[\p{L}\p{M}]{3,}\*$/u;

/**
 * Parses what was typed: words, "phrases", -words left out, `OR`, `begin*` and fields. Never fails:
 * what cannot be parsed is ignored and reported. Duplicate terms count once.
 */
export function parseSearch(typed: string): SearchQuery {
  const query: SearchQuery = {
    ...{ terms: [], excluded: [], ignored: [] },
    fields: noFields(),
  };
  const read = readParts(typed.slice(0, maxSearchInput));
  const inTitle = read.some(saysInTitle);
  const parts = read.filter((part) => !saysInTitle(part));
  /** The term of the part before; null if that was ignored. */
  let before: SearchTerm | null = null;
  const isOr = (place: number) => parts[place]?.text === 'OR' && joins(parts, place);
  for (const [place, part] of parts.entries()) {
    if (joins(parts, place)) continue;
    let ignored: Left;
    if (part.field === null) {
      const choice = isOr(place - 1) ? before : isOr(place + 1) ? 'first' : null;
      const taken = readTerm(query, part, { inTitle, choice });
      before = taken.term;
      ignored = taken.left;
    } else {
      before = null;
      ignored = takeField(query.fields, part.field, part);
    }
    if (ignored !== null && !(ignored.why === 'star' && query.ignored.some(isStar)))
      query.ignored.push({ text: ignored.why === 'star' ? '*' : part.raw, ...ignored });
  }
  const rest = typed.slice(maxSearchInput).trim();
  if (rest !== '') query.ignored.push({ text: rest.slice(0, 40), why: 'too_long' });
  return query;
}

/** `in:title` applies to every word of the query. */
const saysInTitle = ({ field, text, excluded }: Part) =>
  field === 'in' && !excluded && text.toLowerCase() === 'title';

const isWanted = (part: Part | undefined) =>
  part !== undefined && part.field === null && !part.excluded && foldText(part.text) !== '';

/** Whether a part is `OR` or `AND` between two that are wanted. At an end it is a word like others. */
function joins(parts: readonly Part[], place: number): boolean {
  const part = parts[place];
  return (
    part !== undefined &&
    ['OR', 'AND'].includes(part.raw) &&
    isWanted(parts[place - 1]) &&
    isWanted(parts[place + 1]) &&
    !joins(parts, place - 1)
  );
}

const isStar = ({ why }: Ignored) => why === 'star';

type Left = Pick<Ignored, 'why' | 'allowed'> | null;

/**
 * Adds a word or phrase. `choice` is the term that it is an alternative of, or marks it as the
 * first of several alternatives: duplicates are then not dropped, since "a, and b or a" is not "a
 * and b".
 */
function readTerm(
  query: SearchQuery,
  part: Part,
  { inTitle, choice }: { inTitle: boolean; choice: SearchTerm | 'first' | null },
): { term: SearchTerm | null; left: Left } {
  const typed = part.text.trim();
  if (foldText(typed) === '') return { term: null, left: { why: 'no_words' } };
  if (typed.length > longestTerm) return { term: null, left: { why: 'too_long' } };
  const begins = !part.quoted && LETTERS_AND_STAR.test(typed);
  const text = begins ? typed.slice(0, -1) : typed;
  const list = part.excluded ? query.excluded : query.terms;
  const says = (each: Pick<SearchTerm, 'text'>) => each.text === text;
  const known =
    choice === null
      ? list.find((term) => says(term) || term.or?.some(says))
      : choice !== 'first' && (says(choice) || choice.or?.some(says))
        ? choice
        : undefined;
  if (known !== undefined) return { term: known, left: null };
  if (countTerms(query) >= maxTerms) return { term: null, left: { why: 'too_many_words' } };
  // A word with a number matches its variants anyway: F-16* is F-16C too.
  const isStarLost = !begins && !part.quoted && /\p{L}\*/u.test(typed) && !/\p{N}/u.test(typed);
  const left = isStarLost ? ({ why: 'star' } as const) : null;
  if (choice !== null && choice !== 'first') {
    choice.or = [...(choice.or ?? []), { text, phrase: part.quoted }];
    return { term: choice, left };
  }
  const term = { text, phrase: part.quoted, inTitle, ...(begins ? { begins } : {}) };
  list.push(term);
  return { term, left };
}

const countTerms = ({ terms, excluded }: SearchQuery) =>
  [...terms, ...excluded].reduce((count, { or = [] }) => count + 1 + or.length, 0);

function takeField(fields: SearchFields, field: Field, part: Part): Left {
  const value = part.text.trim();
  if (value === '') return { why: 'empty_field' };
  if (part.excluded) return { why: 'unknown_value' };
  switch (field) {
    case 'after':
    case 'before': {
      const day = readDay(value.toLowerCase());
      if (day === null) return { why: 'no_date' };
      fields[field] = day;
      return null;
    }
    case 'in':
      return { why: 'unknown_value', allowed: ['title'] };
    default: {
      const { read, allowed }: Facet = facets[field];
      const known = read(value);
      if (known !== null) return add(fields[field], known);
      return { why: 'unknown_value', ...(allowed === undefined ? {} : { allowed }) };
    }
  }
}

function add(list: string[], value: string): Left {
  if (list.includes(value)) return null;
  if (list.length >= maxValues) return { why: 'too_many_words' };
  list.push(value);
  return null;
}
