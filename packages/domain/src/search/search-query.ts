import { kindsWhere, kindsWith } from '../kinds/kinds.ts';
import { type TypedFacet, typedFacets } from './facets.ts';

/** The kinds that the search covers. */
export const searchKinds = kindsWith('search');
/** The kinds that are searched by name. */
export const nameKinds = kindsWhere('search', 'name');

/** A parsed query. Every list is empty if nothing of its kind was typed. */
export type SearchQuery = {
  /** All of these must be found, in any order. */
  terms: SearchTerm[];
  /** None of these may be. */
  excluded: SearchTerm[];
  /** Fields: each must hold; several of one field are alternatives. */
  fields: SearchFields;
  /** Ignored parts, and why. */
  ignored: Ignored[];
};

/** A word or phrase, as it was typed. */
export type SearchTerm = {
  text: string;
  phrase: boolean;
  inTitle: boolean;
  /** Whether words that begin so are meant: `cease*`. */
  begins?: true;
  /** Alternatives: `lorries OR horses`. */
  or?: Pick<SearchTerm, 'text' | 'phrase'>[];
};

/** Values of facets, names of entries among them, and days as YYYY-MM-DD. */
export type SearchFields = Record<TypedFacet, string[]> & {
  /** The first day that counts. */
  after: string | null;
  /** The first day that no longer counts. */
  before: string | null;
};

export type Ignored = {
  text: string;
  why: IgnoredWhy;
  /** Values that could be written instead, if they can be listed. */
  allowed?: readonly string[];
};
export type IgnoredWhy =
  | 'too_many_words'
  | 'too_long'
  | 'unknown_value'
  | 'no_date'
  | 'empty_field'
  | 'no_words'
  | 'star';

/** The fields of a query that uses none. */
export const noFields = (): SearchFields => ({
  ...(Object.fromEntries(typedFacets.map((name): [TypedFacet, string[]] => [name, []])) as Record<
    TypedFacet,
    string[]
  >),
  ...{ after: null, before: null },
});
