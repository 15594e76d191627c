import { z } from 'zod';
import { Genre } from '../articles/article.ts';
import { Stance } from '../findings/finding-fields.ts';
import { kindsWith } from '../kinds/kinds.ts';
import { Language, Slug } from '../values.ts';
import { foldText } from './fold.ts';

/** Something that a search can be narrowed by: in a call, in an address, or by a typed prefix. */
export type Facet = {
  label: string;
  /** A value, in calls and addresses. */
  value: z.ZodType<string | number>;
  /** The type of a value, by which it is looked up and shown. */
  holds: 'kind' | 'genre' | 'stance' | 'entry' | 'language' | 'year';
  /** The prefixes that may be typed before a colon; none if it cannot be typed. */
  prefixes: readonly string[];
  /** Parses what was typed after the colon as a value or the name of an entry; null if it is neither. */
  read(typed: string): string | null;
  /** Values that could be typed instead, if they can be listed. */
  allowed?: readonly string[];
  /** How many of its values are offered with their counts. */
  offered: number;
  /** A search by it, and what that finds, for the tips. */
  tip?: readonly [typed: string, finds: string];
};

const facet = <const Row extends Facet>(row: Row) => row;

/** A facet with few values, which are typed as they are stored, or with spaces or hyphens. */
const listed = <Option extends string>(options: readonly Option[]) => ({
  value: z.enum(options),
  allowed: options,
  read(typed: string) {
    const value = typed.toLowerCase().replaceAll(/[- ]/g, '_');
    return options.find((option) => option === value) ?? null;
  },
});

/** In characters. */
const longestName = 100;

/** A facet whose values are entries of the catalogue, typed by name or slug. */
const entries = {
  value: Slug,
  holds: 'entry',
  offered: 8,
  read: (typed: string) => (foldText(typed) === '' || typed.length > longestName ? null : typed),
} as const;

/** A tag as it is spelled where it is stored. */
function readLanguage(typed: string): string | null {
  try {
    return Language.safeParse(Intl.getCanonicalLocales(typed)[0]).data ?? null;
  } catch {
    return null;
  }
}

/**
 * All facets, in the order in which addresses and pages have them. The facets of each search document
 * are written by packages/published/src/search/search-documents.ts.
 */
export const facets = {
  kind: facet({
    ...listed(kindsWith('search')),
    ...{ label: 'What', holds: 'kind', prefixes: ['kind'], offered: kindsWith('search').length },
  }),
  genre: facet({
    ...listed(Genre.options),
    ...{ label: 'Genre', holds: 'genre', prefixes: ['genre'], offered: 8 },
  }),
  topic: facet({ ...entries, label: 'Topic', prefixes: ['topic'] }),
  actor: facet({ ...entries, label: 'Holder', prefixes: ['actor'] }),
  issue: facet({ ...entries, label: 'Issue', prefixes: ['issue'] }),
  stance: facet({
    ...listed(Stance.options),
    ...{ label: 'Stance', holds: 'stance', prefixes: ['stance'], offered: 12 },
    tip: ['stance:refuses', 'findings by their stance; also kind: and genre:'],
  }),
  author: facet({
    ...entries,
    ...{ label: 'Author', prefixes: ['author'], offered: 0 },
    tip: ['author:vennery', 'by one author; also actor:, issue: and topic:'],
  }),
  /** The language that the words of a finding were spoken in. */
  saidIn: facet({
    ...{ label: 'Said in', value: Language, holds: 'language', prefixes: ['said'], offered: 8 },
    ...{ read: readLanguage, allowed: ['ps', 'fa-AF'] },
    tip: ['said:ps', 'findings that were said in a language'],
  }),
  /** Also by the beginning of a tag: `fa` is every Persian there is. */
  language: facet({
    ...{ label: 'Language', value: Language, holds: 'language', offered: 8 },
    ...{ prefixes: ['lang', 'language'], allowed: ['en', 'fa-AF'] },
    read(typed) {
      const tag = typed.toLowerCase();
      return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(tag) ? tag : null;
    },
    tip: ['lang:fa', 'in one language'],
  }),
  year: facet({
    ...{ label: 'Year', value: z.int().min(1).max(9999), holds: 'year', offered: 20 },
    ...{ prefixes: [], read: () => null },
  }),
};

type Facets = typeof facets;
export type FacetName = keyof Facets;
export const facetNames = Object.keys(facets) as FacetName[];

/** The names of the facets whose rows have these fields. */
type NamesWhere<Row> = { [F in FacetName]: Facets[F] extends Row ? F : never }[FacetName];

/** Those whose values are entries. */
export type EntryFacet = NamesWhere<{ holds: 'entry' }>;
export const isEntryFacet = (name: FacetName): name is EntryFacet => facets[name].holds === 'entry';

/** Those by which what was found is counted. */
export type SearchFacet = Exclude<FacetName, NamesWhere<{ offered: 0 }>>;
const isCounted = (name: FacetName): name is SearchFacet => facets[name].offered > 0;
export const searchFacets = facetNames.filter(isCounted);

/** Those that can be typed. */
export type TypedFacet = Exclude<FacetName, NamesWhere<{ prefixes: readonly [] }>>;
const isTyped = (name: FacetName): name is TypedFacet => facets[name].prefixes.length > 0;
export const typedFacets = facetNames.filter(isTyped);

/** The filters of a search, in addition to what is typed. */
export const SearchFilters = z.strictObject(
  Object.fromEntries(facetNames.map((name) => [name, facets[name].value.optional()])) as {
    [F in FacetName]: z.ZodOptional<Facets[F]['value']>;
  },
);
export type SearchFilters = z.infer<typeof SearchFilters>;
