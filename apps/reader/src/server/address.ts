import { Stance } from '@viewpoints/domain/findings/finding';
import { Id, Slug } from '@viewpoints/domain/values';

/**
 * What an address means before anything is looked up. `key` is the one spelling under which its
 * page is kept: query keys that no page reads never reach it, so nobody can fill the cache, or
 * poison it, with spellings of the same page.
 */
export type Address =
  | { kind: 'page'; key: string }
  | { kind: 'redirect'; to: string }
  | { kind: 'unknown' };

type Check = (value: string) => boolean;
const slug: Check = (value) => Slug.safeParse(value).success;
const id: Check = (value) => Id.safeParse(value).success;
const number: Check = (value) => /^[1-9][0-9]{0,5}$/.test(value);
const stance: Check = (value) => Stance.safeParse(value).success;
const cursor: Check = (value) => /^[A-Za-z0-9_-]{1,200}$/.test(value);

type Route = { path: (string | Check)[]; query?: Record<string, Check> };

const paged = { cursor };
const ROUTES: Route[] = [
  { path: [] },
  { path: ['articles', slug] },
  { path: ['articles', slug, 'versions', number] },
  { path: ['findings'], query: { actor: slug, issue: slug, stance, ...paged } },
  { path: ['findings', id] },
  { path: ['positions', slug, slug] },
  { path: ['actors', slug], query: paged },
  { path: ['issues', slug], query: paged },
  { path: ['topics', slug], query: paged },
  { path: ['people', slug], query: paged },
  { path: ['sources', slug] },
  { path: ['corrections'], query: paged },
  { path: ['archive'], query: paged },
  { path: ['about', 'attribution'] },
];

const MAX_LENGTH = 2000;

/** Reads a request's target (`/path?query`). Never throws, whatever is in it. */
export function readAddress(target: string): Address {
  if (target.length > MAX_LENGTH || !target.startsWith('/')) return { kind: 'unknown' };
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1));

  const bare = path.replace(/\/+$/, '');
  const segments = bare === '' ? [] : bare.slice(1).split('/');
  const route = ROUTES.find((candidate) => fits(candidate.path, segments));
  if (route === undefined) return { kind: 'unknown' };

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
  return { kind: 'page', key: clean + search };
}

function withIdsInLowerCase({ path }: Route, segments: string[]): string {
  const spelled = segments.map((segment, at) =>
    path[at] === id ? segment.toLowerCase() : segment,
  );
  return `/${spelled.join('/')}`;
}

function fits(pattern: Route['path'], segments: string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, index) => {
      const segment = segments[index] ?? '';
      return typeof part === 'string' ? part === segment : part(segment);
    })
  );
}
