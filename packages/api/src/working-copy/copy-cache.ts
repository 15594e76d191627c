import type { EditorialDatabase } from '@viewpoints/db/client';
import type { StoredCopy } from '@viewpoints/db/editorial/article-copies';
import type { CachedCopy } from './open-copy.ts';

/**
 * Most documents that are cached, how long one is that nobody writes in, in milliseconds, and how many
 * bytes one may be: the servers of pages have each of them in their memory besides.
 */
const limits = { count: 32, age: 10 * 60_000, bytes: 4_000_000 } as const;

type Cached = CachedCopy & { at: number };

/** By database, since tests have several. */
const caches = new WeakMap<EditorialDatabase, Map<string, Cached>>();

function cacheOf(editorial: EditorialDatabase): Map<string, Cached> {
  const cache = caches.get(editorial) ?? new Map<string, Cached>();
  caches.set(editorial, cache);
  return cache;
}

/**
 * Takes the document of an article out of the cache, for one transaction that has locked the article. It has
 * to be compared with what is stored, and is put back only once the transaction has committed: what a
 * transaction that failed has changed in it is stored nowhere.
 */
export function takeCopy(editorial: EditorialDatabase, articleId: string): CachedCopy | null {
  const cache = cacheOf(editorial);
  const found = cache.get(articleId) ?? null;
  cache.delete(articleId);
  return found;
}

/** Puts the document of an article into the cache, as a committed transaction left it. */
export function putCopy(editorial: EditorialDatabase, { copy, article }: CachedCopy): void {
  const cache = cacheOf(editorial);
  const now = performance.now();
  // Deleted first, so that the one that was written in the longest ago comes first.
  cache.delete(article.id);
  if (bytesOf(copy.stored) <= limits.bytes) cache.set(article.id, { copy, article, at: now });
  for (const [articleId, { at }] of cache)
    if (at < now - limits.age || cache.size > limits.count) cache.delete(articleId);
}

const bytesOf = ({ state, updates }: StoredCopy): number =>
  updates.reduce((sum, { update }) => sum + update.length, state.length);
