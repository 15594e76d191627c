import { kinds, kindsWith } from '../kinds/kinds.ts';
import { builtInAboutPages, reservedPageSlugs } from '../pages/reserved-slugs.ts';
import type { RedirectKey } from './redirect-key.ts';

/** First parts of addresses with a slug, at which something may be that is there no more. */
const named: ReadonlySet<string> = new Set(kindsWith('path').map((kind) => kinds[kind].path));

/** Reserved at the root, with nothing below. */
const shallow: ReadonlySet<string> = new Set(['authors', 'pages', 'feed', 'rss', 'atom']);

/** What the program makes at the root and below what is named. */
const atRoot =
  /^\/(?:apple-touch-icon\.png|icon-\d+\.png|favicon\.ico|site\.webmanifest|(?:llms|robots)\.txt|[a-z_-]*sitemap[\w-]*(?:\.xml)?|(?:rss|feed|index|atom)\.(?:xml|json|atom)|share\.png|feed\/atom|_next(?:\/.*)?)$/;
const below = /^(?:versions|charts|feeds|board.*|share\.png)$/;
const archive = /^\/archive(?:\/\d{4}(?:\/\d\d)?)?$/;

/**
 * What the program itself has at an address, which no redirect takes from it; null for nothing. Where
 * articles, topics and the like are by their slugs, a redirect is looked for once nothing is there.
 */
export function builtInAt({ path }: RedirectKey): string | null {
  if (atRoot.test(path)) return 'a file that the program makes';
  const [first = '', second, third] = path.slice(1).split('/');
  const use = Object.hasOwn(reservedPageSlugs, first) ? (reservedPageSlugs[first] ?? null) : null;
  if (use === null || second === undefined) return use;
  if (shallow.has(first) || use === reservedPageSlugs.en) return null;
  if (first === 'archive') return archive.test(path) ? use : null;
  if (first === 'about') return third === undefined ? (builtInAboutPages[second] ?? null) : null;
  if (first === 'findings' || !named.has(first)) return use;
  return third !== undefined && below.test(third) ? use : null;
}
