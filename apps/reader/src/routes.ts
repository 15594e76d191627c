import { kinds, kindsWith } from '@viewpoints/domain/kinds/kinds';
import { IssueBoardFilters } from '@viewpoints/domain/positions/board-filters';
import { facetNames, facets } from '@viewpoints/domain/search/facets';
import {
  type Check,
  cursor,
  id,
  month,
  number,
  type Route,
  slug,
  stance,
  typed,
  year,
} from './http/route.ts';
import type { ResourceRoute } from './resources/resource.ts';
import { resources } from './resources/resources.ts';

const paged = { cursor };

/** The page of each kind of entry; those that there are feeds of list articles or findings, in pages. */
const entryPages: readonly Route[] = kindsWith('entry').flatMap((kind) => {
  const { path, feed } = kinds[kind];
  if (path === null) return [];
  return [{ path: [path, slug], ...(feed ? { query: paged } : {}) }];
});

/** The filters of a search. */
const searchFilters = Object.fromEntries(
  facetNames.map((name): [string, Check] => [
    name,
    (value) => facets[name].value.safeParse(value).success,
  ]),
);

/** What a stance board is narrowed to. */
const boardFilters = {
  ...Object.fromEntries(
    Object.entries(IssueBoardFilters.shape).map(([name, filter]): [string, Check] => [
      name,
      (value) => filter.safeParse(value).success,
    ]),
  ),
  and: slug,
};

/** The routes that Next renders (`app/(site)`), with the query keys that each page reads. */
const pages: readonly Route[] = [
  { path: [] },
  { path: ['articles', slug] },
  { path: ['articles', slug, 'versions', number] },
  { path: ['findings'], query: { actor: slug, issue: slug, stance, ...paged } },
  { path: ['findings', id] },
  { path: ['positions', slug, slug] },
  ...entryPages,
  // Not cached: any day can be asked for. The board as it is now is on the page itself.
  { path: ['issues', slug, 'board'], query: boardFilters, kept: false },
  { path: ['actors', slug, 'board'], query: boardFilters, kept: false },
  { path: ['embed', 'issues', slug] },
  { path: ['embed', 'actors', slug] },
  { path: ['embed', 'articles', slug, 'charts', id] },
  { path: ['corrections'], query: paged },
  { path: ['archive'], query: paged },
  { path: ['archive', year], query: paged },
  { path: ['archive', year, month], query: paged },
  // Not cached: readers choose the address, and every publication changes what is found.
  {
    path: ['search'],
    query: { q: typed, ...searchFilters, year, ...paged },
    kept: false,
  },
  { path: ['subscribe'] },
  { path: ['about'] },
  { path: ['about', 'attribution'] },
  { path: ['about', 'privacy'] },
  { path: ['about', 'accessibility'] },
];

/**
 * Every address of the reading site once: resources, which are made by their route, and pages. What
 * a page or resource shows is noted as it is rendered, by the calls that it makes.
 */
export const routes: readonly (Route | ResourceRoute)[] = [...resources, ...pages];
