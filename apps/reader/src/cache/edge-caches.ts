import { request as ask } from 'node:http';
import type { Logger } from 'pino';

/** Milliseconds for which a cache in front may hold a page (`X-Accel-Expires: 1` is up to two). */
const LONGEST = 2_000;
/** The forms that a cache in front holds a page in. */
const CODINGS = ['br', 'gzip'];
/** Most characters of a page's tags in one header: Varnish refuses an answer with one of 8,192. */
const LONGEST_KEY = 8_000;

type Options = {
  /** The address at which each edge cache is notified of changes. */
  urls: readonly string[];
  log: Pick<Logger, 'warn'>;
};

/**
 * The caches in front of this site. They serve a page for a second or two at most before they
 * revalidate it; when something on it changes they are notified at once, by a request with a header
 * that makes them fetch it again (`deploy/nginx`, `deploy/varnish`).
 */
export class EdgeCaches {
  readonly #options: Options;
  /** Responses that they may still have, and what each shows. Oldest first. */
  readonly #out = new Map<string, { tags: ReadonlySet<string>; at: number }>();
  readonly #nameable = new WeakMap<ReadonlySet<string>, boolean>();

  constructor(options: Options) {
    this.#options = options;
  }

  get isEmpty(): boolean {
    return this.#options.urls.length === 0;
  }

  /** Whether they may hold a page that shows `tags`, all of which its header has to name. */
  mayCache(tags: ReadonlySet<string>): boolean {
    const known = this.#nameable.get(tags);
    if (known !== undefined) return known;
    const nameable = surrogateKey(tags).length <= LONGEST_KEY;
    this.#nameable.set(tags, nameable);
    return nameable;
  }

  /** Records that a page was sent which they may cache. */
  noteSent(key: string, tags: ReadonlySet<string>, now = performance.now()): void {
    const before = this.#out.get(key);
    if (before !== undefined && before.tags === tags && now - before.at < LONGEST / 4) return;
    this.#out.delete(key);
    this.#out.set(key, { tags, at: now });
    for (const [old, { at }] of this.#out) {
      if (now - at <= 2 * LONGEST) break;
      this.#out.delete(old);
    }
  }

  /**
   * Makes them refetch each page that shows one of `tags`. Resolves when they have the new one, or
   * when the old one has expired there, as for a page that is gone; never rejects.
   */
  async refresh(tags: readonly string[]): Promise<void> {
    const keys = [...this.#out].flatMap(([key, out]) =>
      tags.some((tag) => out.tags.has(tag)) ? [key] : [],
    );
    const requests = keys.flatMap((key) =>
      this.#options.urls.flatMap((url) => CODINGS.map((coding) => refetch(url, key, coding))),
    );
    const failed = (await Promise.all(requests)).filter((done) => !done).length;
    if (failed === 0) return;
    this.#options.log.warn({ failed }, 'a cache in front could not be told of a change');
    await new Promise((over) => setTimeout(over, LONGEST));
  }
}

/** The value of `Surrogate-Key`: the page's tags. */
export const surrogateKey = (tags: ReadonlySet<string>): string => [...tags].join(' ');

/** The value of `Cache-Status` (RFC 9211) for a response that edge caches may store. */
export const EDGE_CACHEABLE = 'ttl=1';

function refetch(url: string, key: string, coding: string): Promise<boolean> {
  return new Promise((resolve) => {
    const headers = { 'Accept-Encoding': coding, 'X-Viewpoints-Refresh': '1' };
    const request = ask(new URL(key, url), { headers, timeout: LONGEST }, (response) => {
      // An answer that they may not hold leaves the one that they have in its place.
      const isStored = response.headers['cache-status']?.includes(EDGE_CACHEABLE) ?? false;
      response.resume().on('end', () => resolve(isStored));
      response.on('error', () => resolve(false));
    });
    request.on('timeout', () => request.destroy(new Error('no answer in time')));
    request.on('error', () => resolve(false));
    request.end();
  });
}
