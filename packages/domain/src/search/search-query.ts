import type { Genre } from '../articles/article.ts';
import type { Stance } from '../findings/finding.ts';
import { kindsWhere, kindsWith, type SearchKind } from '../kinds/kinds.ts';

/** What can be found. */
export const searchKinds = kindsWith('search');
/** What is found by its name. */
export const nameKinds = kindsWhere('search', 'name');

/** What somebody typed, understood. Every list is empty where nothing of its kind was asked. */
export type SearchQuery = {
  /** All of these must be found, in any order. */
  terms: SearchTerm[];
  /** None of these may be. */
  excluded: SearchTerm[];
  /** Fields: each must hold; several of one field are alternatives. */
  fields: SearchFields;
  /** What was left out of account, and why. */
  ignored: Ignored[];
};

/** A word, or words that stand together, as they were typed. */
export type SearchTerm = {
  text: string;
  phrase: boolean;
  inTitle: boolean;
  /** Whether words that begin so are meant: `cease*`. */
  begins?: true;
  /** What may be found in its place: `lorries OR horses`. */
  or?: Pick<SearchTerm, 'text' | 'phrase'>[];
};

export type SearchFields = {
  kind: SearchKind[];
  /** Names or slugs. */
  author: string[];
  actor: string[];
  topic: string[];
  issue: string[];
  stance: Stance[];
  genre: Genre[];
  /** BCP 47 tags or their beginnings, in lower case. */
  language: string[];
  /** Languages that findings were said in, BCP 47 tags. */
  saidIn: string[];
  /** The first day that counts, as YYYY-MM-DD. */
  after: string | null;
  /** The first day that no longer counts, as YYYY-MM-DD. */
  before: string | null;
};

export type Ignored = {
  text: string;
  why: IgnoredWhy;
  /** What could be written instead, where that can be listed. */
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

export const noFields: SearchFields = {
  ...{ kind: [], author: [], actor: [], topic: [], issue: [], stance: [], genre: [], language: [] },
  ...{ saidIn: [] as string[] },
  ...{ after: null, before: null },
};
