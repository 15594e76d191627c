import { Genre } from '../articles/article.ts';
import { Stance } from '../findings/finding.ts';
import { foldText } from './fold.ts';
import { readDay } from './read-day.ts';
import { type Part, readParts } from './read-parts.ts';
import {
  type IgnoredWhy,
  noFields,
  type SearchFields,
  type SearchQuery,
  searchKinds,
} from './search-query.ts';

/** Bounds on what one search may cost. */
export const mostTyped = 300;
const mostTerms = 12;
const mostValues = 8;
const longestTerm = 100;

/**
 * Understands what somebody typed: words, "phrases", -words left out, and fields. Never fails: what
 * cannot be understood is ignored and said to be.
 */
export function parseSearch(typed: string): SearchQuery {
  const query: SearchQuery = {
    ...{ terms: [], excluded: [], ignored: [] },
    fields: structuredClone(noFields),
  };
  const parts = readParts(typed.slice(0, mostTyped));
  const inTitle = parts.some(saysInTitle);
  for (const part of parts) {
    if (saysInTitle(part)) continue;
    const why =
      part.field === null ? takeTerm(query, part, inTitle) : takeField(query.fields, part);
    if (why !== null) query.ignored.push({ text: part.raw, why });
  }
  const rest = typed.slice(mostTyped).trim();
  if (rest !== '') query.ignored.push({ text: rest.slice(0, 40), why: 'too_long' });
  return query;
}

/** `in:title` is about every word beside it. */
const saysInTitle = ({ field, text, excluded }: Part) =>
  field === 'in' && !excluded && text.toLowerCase() === 'title';

function takeTerm(query: SearchQuery, part: Part, inTitle: boolean): IgnoredWhy | null {
  const text = part.text.trim();
  if (foldText(text) === '') return 'no_words';
  if (text.length > longestTerm) return 'too_long';
  const list = part.excluded ? query.excluded : query.terms;
  if (list.some((each) => each.text === text)) return 'twice';
  if (query.terms.length + query.excluded.length >= mostTerms) return 'too_many_words';
  list.push({ text, phrase: part.quoted, inTitle });
  return null;
}

function takeField(fields: SearchFields, part: Part): IgnoredWhy | null {
  const value = part.text.trim();
  if (value === '') return 'empty_field';
  return part.excluded || part.field === null
    ? 'unknown_value'
    : takeValue(fields, part.field, value);
}

function takeValue(fields: SearchFields, field: string, value: string): IgnoredWhy | null {
  const plain = value.toLowerCase();
  switch (field) {
    case 'after':
    case 'before': {
      const day = readDay(plain);
      if (day === null) return 'no_date';
      fields[field] = day;
      return null;
    }
    case 'lang':
    case 'language':
      return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(plain)
        ? add(fields.language, plain)
        : 'unknown_value';
    case 'kind':
      return oneOf(fields.kind, searchKinds, plain);
    case 'stance':
      return oneOf(fields.stance, Stance.options, plain.replaceAll(/[- ]/g, '_'));
    case 'genre':
      return oneOf(fields.genre, Genre.options, plain.replaceAll(/[- ]/g, '_'));
    case 'author':
    case 'actor':
    case 'topic':
    case 'issue':
      if (foldText(value) === '' || value.length > longestTerm) return 'unknown_value';
      return add(fields[field], value);
    default:
      return 'unknown_value';
  }
}

function oneOf<Value extends string>(
  list: Value[],
  options: readonly Value[],
  value: string,
): IgnoredWhy | null {
  const known = options.find((option) => option === value);
  return known === undefined ? 'unknown_value' : add(list, known);
}

function add<Value>(list: Value[], value: Value): IgnoredWhy | null {
  if (list.includes(value)) return 'twice';
  if (list.length >= mostValues) return 'too_many_words';
  list.push(value);
  return null;
}
