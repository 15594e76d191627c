import { kinds } from '@viewpoints/domain/kinds/kinds';
import { maxSearchInput } from '@viewpoints/domain/search/parse-search';
import { cleanText } from '@viewpoints/domain/text/normalise';
import { typed } from '../http/route.ts';
import { readerApi } from '../next/reader-api.ts';
import { pathOfKind } from '../search-address.ts';
import type { ResourceRoute } from './resource.ts';

/** What `scripts/search-box.ts` offers while a reader types. */
export type OfferedSuggestion = {
  href: string;
  name: string;
  kind: string;
  language: string | null;
};

/** Names and titles that begin with what was typed so far. Never cached: any input is allowed. */
export const searchSuggestions: ResourceRoute = {
  path: ['search', 'suggestions'],
  query: { q: typed },
  kept: false,
  make: async ({ query }) => {
    const q = cleanText((query.get('q') ?? '').slice(0, maxSearchInput));
    const found = await readerApi().search.suggest({ q });
    const body: OfferedSuggestion[] = found.map(({ kind, slug, name, language }) => ({
      href: pathOfKind(kind, slug),
      ...{ name, language, kind: kinds[kind].label.one },
    }));
    return { type: 'application/json; charset=utf-8', body: JSON.stringify(body) };
  },
};
