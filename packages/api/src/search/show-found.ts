import type { ReaderDatabase } from '@viewpoints/db/client';
import type { Hit, NameRef } from '@viewpoints/db/published/search';
import {
  listFacetNames,
  listFoundArticles,
  listFoundFindings,
  listFoundNames,
} from '@viewpoints/db/published/search-shown';
import { excerptOf } from '@viewpoints/domain/search/excerpt';
import { type Marker, markerOf } from '@viewpoints/domain/search/mark-matches';
import {
  type FacetCount,
  type NameHit,
  type SearchFacet,
  type SearchHit,
  searchFacets,
} from '@viewpoints/domain/search/search-view';

/** What was found as readers have it, with what matched in it. What they may not see is not among it. */
export async function showHits(
  db: ReaderDatabase,
  hits: Hit[],
  marker: Marker,
): Promise<SearchHit[]> {
  const ids = (kind: Hit['kind']) => hits.filter((hit) => hit.kind === kind).map(({ id }) => id);
  const [articles, findings] = await Promise.all([
    listFoundArticles(db, ids('article')),
    listFoundFindings(db, ids('finding')),
  ]);
  return hits.flatMap(({ kind, id }): SearchHit[] => {
    if (kind === 'article') {
      const found = articles.get(id);
      if (found === undefined) return [];
      const { summary: article, text } = found;
      const excerpt = excerptOf(text, marker, article.language);
      return [{ kind, article, marks: marker.spans(article.headline), excerpt }];
    }
    const finding = findings.get(id);
    if (finding === undefined) return [];
    const { proposition, quote, language } = finding;
    const excerpt = quote === null ? null : excerptOf(quote.exact, marker, language);
    return [{ kind, finding, marks: marker.spans(proposition), excerpt }];
  });
}

export async function showNames(
  db: ReaderDatabase,
  refs: NameRef[],
  stems: string[],
): Promise<NameHit[]> {
  const marker = markerOf(stems);
  return (await listFoundNames(db, refs)).map((shown) => ({
    ...shown,
    marks: marker.spans(shown.name),
  }));
}

/** How many values of one facet are offered. */
const mostValues: Partial<Record<SearchFacet, number>> = { year: 20, stance: 12 };

/** Counts by facet, the most frequent first, with the names of what has one. */
export async function showFacets(
  db: ReaderDatabase,
  counts: Record<string, number>,
): Promise<Record<SearchFacet, FacetCount[]>> {
  const byFacet = Map.groupBy(Object.entries(counts), ([facet]) => facet.split(':', 1)[0] ?? '');
  const top = new Map(
    searchFacets.map((facet) => [
      facet,
      (byFacet.get(facet) ?? [])
        .map(([value, count]) => ({ value: value.slice(facet.length + 1), count }))
        .sort((a, b) => (facet === 'year' ? (a.value < b.value ? 1 : -1) : b.count - a.count))
        .slice(0, mostValues[facet] ?? 8),
    ]),
  );
  const slugs = (facet: SearchFacet) => (top.get(facet) ?? []).map(({ value }) => value);
  const names = await listFacetNames(db, {
    ...{ actor: slugs('actor'), issue: slugs('issue'), topic: slugs('topic') },
  });
  const named = new Set(['actor', 'issue', 'topic']);
  return Object.fromEntries(
    searchFacets.map((facet) => [
      facet,
      (top.get(facet) ?? []).flatMap(({ value, count }) => {
        const name = named.has(facet) ? names.get(`${facet}:${value}`) : value;
        return name === undefined ? [] : [{ value, name, count }];
      }),
    ]),
  ) as Record<SearchFacet, FacetCount[]>;
}
