import type { ReaderDatabase } from '@viewpoints/db/client';
import type { NameKind } from '@viewpoints/domain/kinds/kinds';
import {
  type FacetName,
  facetNames,
  isEntryFacet,
  type TypedFacet,
  typedFacets,
} from '@viewpoints/domain/search/facets';
import { foldText } from '@viewpoints/domain/search/fold';
import type { SearchQuery } from '@viewpoints/domain/search/search-query';
import { Slug } from '@viewpoints/domain/values';
import { type SearchRequest, searchNames } from '@viewpoints/published/search/search';
import { listFoundNames } from '@viewpoints/published/search/search-shown';
import { excludedTerms, indexTerms } from './index-terms.ts';
import { journalLanguage } from './journal-language.ts';
import type { SearchInput } from './search-inputs.ts';

/** How many actors (and so on) a name in a field may match. */
const maxNamed = 10;

/** A question as the database takes it: words folded, names in fields looked up. */
export async function searchRequestOf(
  db: ReaderDatabase,
  query: SearchQuery,
  input: SearchInput,
  { capitalsMeanNames = true } = {},
): Promise<SearchRequest> {
  const { fields } = query;
  const [only = null, another = null] = [input.language ?? [], fields.language].flat();
  const context = {
    ...{ chosen: another === null ? only : null, capitalsMeanNames },
    journal: await journalLanguage(db),
  };
  const typed = await Promise.all(
    typedFacets.map(async (facet) =>
      (await Promise.all(fields[facet].map((value) => storedFacets(db, facet, value)))).flat(),
    ),
  );
  const chosen = facetNames.map((facet) => {
    const value = input[facet];
    return value === undefined ? [] : [storedFacet(facet, value)];
  });
  return {
    wanted: indexTerms(query.terms, context),
    excluded: excludedTerms(query.excluded),
    facets: [...chosen, ...typed].filter((alternatives) => alternatives.length > 0),
    after: fields.after,
    before: fields.before,
  };
}

/** A facet as search entries store it. Of languages, `fa` is every Persian there is, `fa-AF` is Dari. */
function storedFacet(facet: FacetName, value: string | number): string {
  if (facet !== 'language') return `${facet}:${value}`;
  const tag = String(value).toLowerCase();
  return `${tag.includes('-') ? 'dialect' : 'language'}:${tag}`;
}

/** The facets of entries for a typed one: each of them is enough to match. */
async function storedFacets(db: ReaderDatabase, facet: TypedFacet, value: string) {
  return isEntryFacet(facet) ? slugsOf(db, facet, value) : [storedFacet(facet, value)];
}

/** The given slug, and those of entries with that name. */
async function slugsOf(db: ReaderDatabase, kind: NameKind, value: string): Promise<string[]> {
  const wanted = [{ words: foldText(value), title: false }];
  const facets = [[`kind:${kind}`]];
  const refs = await searchNames(db, { wanted, excluded: [], facets, limit: maxNamed });
  const slugs = (await listFoundNames(db, refs)).map(({ slug }) => slug);
  const given = Slug.safeParse(value.toLowerCase());
  const all = given.success ? [given.data, ...slugs] : slugs;
  // An unknown name must be a filter too, and match nothing.
  return all.length === 0 ? [`${kind}:-`] : all.map((slug) => `${kind}:${slug}`);
}
