import type { Resource } from '../resources/resource.ts';
import { routes } from '../routes.ts';
import { fits, id, type Route } from './route.ts';

/**
 * A parsed address, before anything is looked up. `key` is the canonical spelling under which its
 * page is cached: query keys that no page reads are not part of it, so that nobody can fill or
 * poison the cache with spellings of the same page.
 */
export type Address =
  | { kind: 'page'; key: string; kept?: false }
  | { kind: 'resource'; key: string; kept?: false; make: () => Promise<Resource | null> }
  | { kind: 'redirect'; to: string }
  | { kind: 'unknown' };

/** Longer than any address here that is cached. */
const MAX_LENGTH = 2000;
/** Typed searches may be longer; no request that is read is longer than this. */
const MAX_TYPED = 16_384;

/** Reads a request's target (`/path?query`). Never throws, whatever is in it. */
export function readAddress(target: string): Address {
  if (target.length > MAX_TYPED || !target.startsWith('/')) return { kind: 'unknown' };
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1));

  const bare = path.replace(/\/+$/, '');
  const segments = bare === '' ? [] : bare.slice(1).split('/');
  const route = routes.find((candidate) => fits(candidate, segments));
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
  if (!('make' in route)) return { kind: 'page', ...found };
  const request = { segments, query: new URLSearchParams(kept) };
  return { kind: 'resource', ...found, make: () => route.make(request) };
}

/**
 * Whether a request may be for an address of the journal's former site: one that is none here, or
 * the number of a post after the front page's.
 */
export const isOfFormerSite = (address: Address, target: string): boolean =>
  address.kind === 'unknown' || /^\/\?(?:.{0,200}&)?(?:p|page_id)=\d{1,20}(?:&|$)/.test(target);

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
