import type { Resource } from '../resources/resource.ts';
import { resources } from '../resources/resources.ts';
import {
  cursor,
  fits,
  genre,
  id,
  language,
  month,
  number,
  type Route,
  searchKind,
  slug,
  stance,
  typed,
  year,
} from './route.ts';

/**
 * What an address means before anything is looked up. `key` is the one spelling under which its
 * page is kept: query keys that no page reads never reach it, so nobody can fill the cache, or
 * poison it, with spellings of the same page.
 */
export type Address =
  | { kind: 'page'; key: string; kept?: false }
  | { kind: 'document'; key: string; kept?: false; make: () => Promise<Resource | null> }
  | { kind: 'redirect'; to: string }
  | { kind: 'unknown' };

const paged = { cursor };
const PAGES: readonly Route[] = [
  { path: [] },
  { path: ['articles', slug] },
  { path: ['articles', slug, 'versions', number] },
  { path: ['findings'], query: { actor: slug, issue: slug, stance, ...paged } },
  { path: ['findings', id] },
  { path: ['positions', slug, slug] },
  { path: ['actors', slug], query: paged },
  { path: ['issues', slug], query: paged },
  { path: ['topics', slug], query: paged },
  { path: ['series', slug] },
  { path: ['people', slug], query: paged },
  { path: ['sources', slug] },
  { path: ['corrections'], query: paged },
  { path: ['archive'], query: paged },
  { path: ['archive', year], query: paged },
  { path: ['archive', year, month], query: paged },
  // Never kept: whoever asks chooses the address, and what is found changes with every piece.
  {
    path: ['search'],
    query: {
      ...{ q: typed, kind: searchKind, genre, topic: slug, actor: slug, issue: slug },
      ...{ stance, author: slug, language, year, ...paged },
    },
    kept: false,
  },
  { path: ['about', 'attribution'] },
  { path: ['about', 'privacy'] },
  { path: ['about', 'accessibility'] },
];

/** Longer than any address here that is kept. */
const MAX_LENGTH = 2000;
/** What somebody typed may be longer; no request that is read is longer than this. */
const MAX_TYPED = 16_384;

/** Reads a request's target (`/path?query`). Never throws, whatever is in it. */
export function readAddress(target: string): Address {
  if (target.length > MAX_TYPED || !target.startsWith('/')) return { kind: 'unknown' };
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1));

  const bare = path.replace(/\/+$/, '');
  const segments = bare === '' ? [] : bare.slice(1).split('/');
  const document = resources.find((candidate) => fits(candidate, segments));
  const route = document ?? PAGES.find((candidate) => fits(candidate, segments));
  if (target.length > MAX_LENGTH && route?.kept !== false) return { kind: 'unknown' };
  if (route === undefined) return inLowerCase(path, target.slice(path.length));

  const kept: [string, string][] = [];
  for (const [name, check] of Object.entries(route.query ?? {})) {
    const value = query.get(name);
    if (value === null || value === '') continue;
    if (!check(value)) return { kind: 'unknown' };
    kept.push([name, value]);
  }
  const search = kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
  // Ids are found in any case, and each has one address.
  const clean = bare === '' ? '/' : withIdsInLowerCase(route, segments);
  if (clean !== path) return { kind: 'redirect', to: clean + search };
  const found = { key: clean + search, ...(route.kept === false ? { kept: route.kept } : {}) };
  if (document === undefined) return { kind: 'page', ...found };
  const asked = { segments, query: new URLSearchParams(kept) };
  return { kind: 'document', ...found, make: () => document.make(asked) };
}

/** Every address here is in lower case; what was typed otherwise is sent on, where that is one. */
function inLowerCase(path: string, rest: string): Address {
  const lower = path.toLowerCase();
  if (lower === path) return { kind: 'unknown' };
  const found = readAddress(lower + rest);
  return found.kind === 'redirect' || found.kind === 'unknown'
    ? found
    : { kind: 'redirect', to: found.key };
}

function withIdsInLowerCase({ path }: Route, segments: string[]): string {
  const spelled = segments.map((segment, at) =>
    path[at] === id ? segment.toLowerCase() : segment,
  );
  return `/${spelled.join('/')}`;
}
