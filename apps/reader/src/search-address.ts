import { kinds, type SearchKind } from '@viewpoints/domain/kinds/kinds';
import { facetNames } from '@viewpoints/domain/search/facets';

/** The query keys of a search page, in the canonical order of its addresses. */
export const searchKeys = ['q', ...facetNames, 'cursor'] as const;
export type SearchKey = (typeof searchKeys)[number];
export type SearchFields = Partial<Record<SearchKey, string | undefined>>;

/** The address of a search; of its first page unless a cursor is given. */
export function searchAddress(fields: SearchFields): string {
  const query = new URLSearchParams();
  for (const key of searchKeys) {
    const value = fields[key];
    if (value !== undefined && value !== '') query.set(key, value);
  }
  return query.size === 0 ? '/search' : `/search?${query}`;
}

/** The path of the page of a search result or suggestion. */
export const pathOfKind = (kind: SearchKind, slug: string): string =>
  `/${kinds[kind].path}/${slug}`;
