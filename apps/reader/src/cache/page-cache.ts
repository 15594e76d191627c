import { LRUCache } from 'lru-cache';
import type { EncodedBody } from './encoded-body.ts';

/** A finished page with the forms it is sent in. What it says never changes. */
export type Page = {
  status: number;
  type: string;
  /** The target of a 308. */
  location?: string;
  /** The words of the search that found nothing, where the page says so. */
  searchWithoutResults?: string;
  /** The value of a `Link` header of its own. */
  links?: string;
  /** Hosts that it may show frames of. */
  frames?: readonly string[];
  /** Whether other sites may show it in a frame. */
  isEmbed?: boolean;
  etag: string;
  /** When its render began, in milliseconds, if `Last-Modified` is derived from that. */
  made?: number;
  /** Its tags; absent if it shows nothing that could change. */
  tags?: ReadonlySet<string>;
  forms: EncodedBody;
};

/** The result of a render: the page, what it shows, and until when it is right by the clock. */
export type Rendering = { page: Page; tags: ReadonlySet<string>; until: number };

type Entry = Rendering & { used: boolean };
type InFlightRender = { rendering: Promise<Rendering>; dropped: Set<string> | 'all' };

export type PageCacheOptions = {
  /** Memory for pages, in bytes of their bodies in all forms. */
  maxBytes: number;
  /** Addresses with nothing behind them that are remembered; they share one body. */
  maxMissing: number;
  now: () => number;
};

/** In bytes; a redirect has no body, and takes room all the same. */
const sizeOf = ({ forms }: Page): number => Math.max(1, forms.bytes);

/** How much of the memory pages of addresses with a query may take. */
const QUERIED_SHARE = 0.25;

/**
 * Caches finished pages by address until something they show changes.
 *
 * The rule that everything here serves: a page is cached only if no change of what it shows was
 * announced since its render *began*, and only while announcements are known to arrive (`open`). So
 * after a notification no older page is served; and with the channel down every request is
 * rendered, as soon as it is no longer certain that the cached page is current.
 */
export class PageCache {
  readonly #options: PageCacheOptions;
  readonly #pages: LRUCache<string, Entry>;
  /**
   * Pages of addresses with a query. Clients can make up any number of valid filters and cursors,
   * so these have a share of the memory and cannot evict the others.
   */
  readonly #queried: LRUCache<string, Entry>;
  readonly #missing: LRUCache<string, Entry>;
  readonly #keysByTag = new Map<string, Set<string>>();
  readonly #inFlight = new Map<string, InFlightRender>();
  /** Renders that newcomers no longer join, but whose result must still be judged. */
  readonly #detached = new Set<InFlightRender>();
  #open = false;
  /** Whether it is certain still that nothing announced was missed. */
  #isLeaseValid = () => false;

  constructor(options: PageCacheOptions) {
    this.#options = options;
    const { maxBytes, maxMissing } = options;
    const dispose = (entry: Entry, key: string) => this.#removeTags(key, entry.tags);
    this.#pages = new LRUCache({ maxSize: maxBytes, dispose });
    this.#queried = new LRUCache({ maxSize: Math.floor(maxBytes * QUERIED_SHARE), dispose });
    this.#missing = new LRUCache({ max: maxMissing, dispose });
  }

  /**
   * Announcements arrive from here on; earlier ones may have been lost, so the cache is emptied.
   * Pages are served from it once earlier ones are known to have arrived (`renew`).
   */
  open(): void {
    this.#forgetAll();
    this.#open = true;
    this.#isLeaseValid = () => false;
  }

  /** All announcements so far have arrived: cached pages may be served while `holds()` is true. */
  renew(holds: () => boolean): void {
    if (this.#open) this.#isLeaseValid = holds;
  }

  /**
   * Announcements may be lost: cache nothing until `open`, which empties the cache. Cached pages
   * are served until the last lease (`renew`) ends, which a withdrawal waits for.
   */
  close(): void {
    this.#open = false;
    this.#discardInFlight();
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Whether it is certain that nothing announced was missed. */
  get isFresh(): boolean {
    return this.#open && this.#isLeaseValid();
  }

  get size(): { pages: number; missing: number; bytes: number } {
    return {
      pages: this.#pages.size + this.#queried.size,
      missing: this.#missing.size,
      bytes: this.#bytes,
    };
  }

  /** The page of `key`: from the cache, from a render under way, or from a new one. */
  get(key: string, render: () => Promise<Rendering>): Promise<Page> {
    const kept = this.find(key);
    return kept === null ? this.make(key, render) : Promise.resolve(kept);
  }

  /**
   * Renders the page of `key`, once for all who wait for it. Without a valid lease no request joins
   * a render that began before: what it shows may have been withdrawn since.
   */
  async make(key: string, render: () => Promise<Rendering>): Promise<Page> {
    const waiting = this.isFresh ? this.#inFlight.get(key) : undefined;
    if (waiting !== undefined) return (await waiting.rendering).page;
    return this.#render(key, render);
  }

  /**
   * Drops every page that shows one of `tags`, and caches none whose render began before now.
   * Returns how many there were, and the keys of those that were requested again since.
   */
  drop(tags: Iterable<string>): { dropped: number; hot: string[] } {
    const changed = [...tags];
    let dropped = 0;
    const hot: string[] = [];
    for (const tag of changed) {
      for (const key of [...(this.#keysByTag.get(tag) ?? [])]) {
        const entry = this.#pages.peek(key) ?? this.#missing.peek(key);
        if (entry?.used) hot.push(key);
        this.#forget(key);
        dropped += 1;
      }
    }
    for (const render of [...this.#inFlight.values(), ...this.#detached]) {
      if (render.dropped !== 'all') for (const tag of changed) render.dropped.add(tag);
    }
    this.#detachInFlight();
    return { dropped, hot };
  }

  async #render(key: string, render: () => Promise<Rendering>): Promise<Page> {
    const current: InFlightRender = {
      rendering: render(),
      dropped: this.#open ? new Set() : 'all',
    };
    if (this.#open) {
      const earlier = this.#inFlight.get(key);
      if (earlier !== undefined) this.#detached.add(earlier);
      this.#inFlight.set(key, current);
    }
    try {
      const rendering = await current.rendering;
      if (this.#mayKeep(current, rendering)) this.#keep(key, rendering);
      return rendering.page;
    } finally {
      if (this.#inFlight.get(key) === current) this.#inFlight.delete(key);
      this.#detached.delete(current);
    }
  }

  #mayKeep(render: InFlightRender, { page, tags, until }: Rendering): boolean {
    const { dropped } = render;
    if (!this.#open || dropped === 'all' || page.status >= 500) return false;
    return until > this.#options.now() && ![...dropped].some((tag) => tags.has(tag));
  }

  /** The cached page of `key`, if there is one that is still valid. */
  find(key: string): Page | null {
    const entry = this.#pages.get(key) ?? this.#queried.get(key) ?? this.#missing.get(key);
    if (entry === undefined) return null;
    // A frozen or overloaded process, or a silent network: announcements may have been missed.
    if (!this.#isLeaseValid()) return null;
    if (entry.until <= this.#options.now()) {
      this.#forget(key);
      return null;
    }
    entry.used = true;
    return entry.page;
  }

  #keep(key: string, rendering: Rendering): void {
    this.#forget(key);
    const { page, tags } = rendering;
    for (const tag of tags) {
      const keys = this.#keysByTag.get(tag) ?? new Set();
      keys.add(key);
      this.#keysByTag.set(tag, keys);
    }
    // Addresses without a page are apart, so that requests for many cannot evict pages.
    if (page.status === 404) {
      this.#missing.set(key, { ...rendering, used: false, page: this.#shareBody(page) });
      return;
    }
    const shelf = key.includes('?') ? this.#queried : this.#pages;
    page.forms.onMade = () => this.#measure(shelf, key, page);
    const size = sizeOf(page);
    // The LRU cache rejects a page larger than itself without an error.
    if (!shelf.set(key, { ...rendering, used: false }, { size }).has(key))
      this.#removeTags(key, tags);
    this.#makeRoom();
  }

  /** Counts the forms of a page that were made since it was cached. */
  #measure(shelf: LRUCache<string, Entry>, key: string, page: Page): void {
    const entry = shelf.peek(key);
    if (entry?.page !== page) return;
    // A copy: the size of an entry that is the same is not looked at again.
    shelf.set(key, { ...entry }, { size: sizeOf(page), noDisposeOnSet: true });
    this.#makeRoom();
  }

  /** Pages with a query may not take more than what the others leave. */
  #makeRoom(): void {
    while (this.#bytes > this.#options.maxBytes)
      (this.#pages.size > 0 ? this.#pages : this.#queried).pop();
  }

  get #bytes(): number {
    return this.#pages.calculatedSize + this.#queried.calculatedSize;
  }

  /** "Nothing here" reads the same everywhere, so one copy of its bytes is enough. */
  #shareBody(page: Page): Page {
    const other = this.#missing.values().next().value?.page;
    return other?.etag === page.etag ? other : page;
  }

  #forget(key: string): void {
    this.#pages.delete(key);
    this.#queried.delete(key);
    this.#missing.delete(key);
  }

  #removeTags(key: string, tags: ReadonlySet<string>): void {
    for (const tag of tags) {
      const keys = this.#keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysByTag.delete(tag);
    }
  }

  #forgetAll(): void {
    this.#pages.clear();
    this.#queried.clear();
    this.#missing.clear();
    this.#discardInFlight();
  }

  /** No render under way will be cached. */
  #discardInFlight(): void {
    for (const render of [...this.#inFlight.values(), ...this.#detached]) render.dropped = 'all';
    this.#detachInFlight();
  }

  /** A request after a change joins no render that began before it. */
  #detachInFlight(): void {
    for (const render of this.#inFlight.values()) this.#detached.add(render);
    this.#inFlight.clear();
  }
}
