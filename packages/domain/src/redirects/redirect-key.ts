import { formerPath } from '../articles/former-path.ts';

/** Tells where a reader came from, and nothing of what was asked for. */
const TRACKING = /^(?:utm_[a-z_]{1,30}|fbclid|gclid|msclkid|mc_[a-z]{1,10})$/;
const MARKDOWN = '.md';

/**
 * What a redirect from an address is looked up by: its path as `formerPath` has it, and its query in an
 * order of its own, without what tells where a reader came from. Null for the front page, and for what is
 * no address.
 */
export type RedirectKey = { path: string; query: string };

/** The key of an address (`/path?query`). */
export function redirectKey(target: string): RedirectKey | null {
  const path = formerPath(target);
  if (path === null) return null;
  // The number of a post is in the path already.
  if (path.startsWith('/?')) return { path, query: '' };
  const pairs = [...(URL.parse(target, 'https://journal.example')?.searchParams ?? [])]
    .filter(([name]) => !TRACKING.test(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return { path, query: pairs.sort().join('&') };
}

/** A key in one string. */
export const keyText = ({ path, query }: RedirectKey): string =>
  query === '' ? path : `${path}?${query}`;

/** A key under which a redirect of an address may be, and what is added to the address it leads to. */
export type Candidate = { key: string; end: '' | typeof MARKDOWN };

/**
 * The keys under which a redirect of an address may be, the one that decides first: its path with its
 * query, its path alone, and for an address of Markdown the page that it is the Markdown of.
 */
export function redirectCandidates(target: string): Candidate[] {
  const found = redirectKey(target);
  if (found === null) return [];
  const { path } = found;
  const own = [...new Set([keyText(found), path])].map((key) => ({ key, end: '' as const }));
  if (!path.endsWith(MARKDOWN)) return own;
  return [...own, { key: path.slice(0, -MARKDOWN.length), end: MARKDOWN }];
}

/**
 * The address that a redirect found under a candidate leads to; null where there is none: the Markdown
 * of another site, or of what is no page.
 */
export function redirectTarget(target: string, { end }: Candidate): string | null {
  if (end === '') return target;
  return /^\/[^?#]+$/.test(target) && !/(?:\.md|\/)$/.test(target) ? target + end : null;
}
