import { excerptOf } from '@viewpoints/domain/search/excerpt';
import {
  facetNames,
  facets,
  isEntryFacet,
  type SearchFacet,
  searchFacets,
} from '@viewpoints/domain/search/facets';
import { markerOf } from '@viewpoints/domain/search/mark-matches';
import type {
  FacetCount,
  NameHit,
  SearchHit,
  SearchView,
} from '@viewpoints/domain/search/search-view';
import { pageSummaryOf } from '@viewpoints/published/query/pages';
import type { FoundPage, ShownName } from '@viewpoints/published/search/search-shown';
import type { SearchInput } from './search-inputs.ts';

/**
 * The best `limit` of what was found, with what matched in it: `capitals` where they are written so.
 * What readers may not see is not among it.
 */
export function showHits(
  { found, articles, findings }: FoundPage,
  { limit, capitals }: { limit: number; capitals: readonly string[] },
): SearchHit[] {
  const marker = markerOf([...found.stems, ...capitals]);
  return found.hits.slice(0, limit).flatMap(({ kind, id }): SearchHit[] => {
    if (kind === 'article') {
      const shown = articles.get(id);
      if (shown === undefined) return [];
      const { summary: article, text, path } = shown;
      const excerpt = excerptOf(text, marker, article.language);
      if (path !== null)
        return [
          {
            ...{ kind: 'page', page: pageSummaryOf(article, path) },
            ...{ marks: marker.spans(article.headline), excerpt },
          },
        ];
      return [{ kind, article, marks: marker.spans(article.headline), excerpt }];
    }
    const finding = findings.get(id);
    if (finding === undefined) return [];
    const { proposition, quote, language } = finding;
    const excerpt = quote === null ? null : excerptOf(quote.exact, marker, language);
    return [{ kind, finding, marks: marker.spans(proposition), excerpt }];
  });
}

export function showNames(names: readonly ShownName[], stems: string[]): NameHit[] {
  const marker = markerOf(stems);
  return names.map((shown) => ({ ...shown, marks: marker.spans(shown.name) }));
}

/** Names of the active filters, found or not: of those that readers may look up. */
export function showChosen({ called }: FoundPage, input: SearchInput): SearchView['chosen'] {
  return facetNames.filter(isEntryFacet).flatMap((facet) => {
    const value = input[facet];
    const name = called.get(`${facet}:${value}`);
    return value === undefined || name === undefined ? [] : [{ facet, value, name }];
  });
}

/** Counts by facet, the most frequent first, with the names of what has one. */
export function showFacets({
  found,
  counts,
  called,
}: FoundPage): Record<SearchFacet, FacetCount[]> {
  const names = Object.entries(counts).map(([kind, count]) => [`kind:${kind}`, count] as const);
  const byFacet = Map.groupBy(
    [...Object.entries(found.facets), ...names],
    ([facet]) => facet.split(':', 1)[0] ?? '',
  );
  const top = new Map(
    searchFacets.map((facet) => [
      facet,
      (byFacet.get(facet) ?? [])
        .map(([value, count]) => ({ value: value.slice(facet.length + 1), count }))
        .sort((a, b) => (facet === 'year' ? (a.value < b.value ? 1 : -1) : b.count - a.count))
        .slice(0, facets[facet].offered),
    ]),
  );
  return Object.fromEntries(
    searchFacets.map((facet) => [
      facet,
      (top.get(facet) ?? []).flatMap(({ value, count }) => {
        const name = isEntryFacet(facet) ? called.get(`${facet}:${value}`) : value;
        return name === undefined ? [] : [{ value, name, count }];
      }),
    ]),
  ) as Record<SearchFacet, FacetCount[]>;
}
