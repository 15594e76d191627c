import type { EncodedBody } from './encoded-body.ts';

/** A finished page with the forms it is sent in. What it says never changes. */
export type Page = {
  status: number;
  type: string;
  /** Where a 308 leads. */
  location?: string;
  /** The words of the search that found nothing, where the page says so. */
  searchWithoutResults?: string;
  /** The value of a `Link` header of its own. */
  links?: string;
  /** Hosts that it may show frames of. */
  frames?: readonly string[];
  etag: string;
  /** When its render began, in milliseconds, where `Last-Modified` tells of that. */
  made?: number;
  /** What it shows; absent where it shows nothing that could change. */
  tags?: ReadonlySet<string>;
  forms: EncodedBody;
};

/** What a render hands over: the page, what it shows, and until when the clock lets it stand. */
export type Rendering = { page: Page; tags: ReadonlySet<string>; until: number };

type Entry = Rendering & { key: string; bytes: number; used: boolean };
type InFlightRender = { rendering: Promise<Rendering>; dropped: Set<string> | 'all' };

export type PageCacheOptions = {
  /** Memory for pages, in bytes of their bodies in all forms. */
  maxBytes: number;
  /** Addresses with nothing behind them that are remembered; they share one body. */
  maxMissing: number;
  now: () => number;
};

/** How much of the memory pages of addresses with a query may take. */
const QUERIED_SHARE = 0.25;

/**
 * Keeps finished pages by address until something they show changes.
 *
 * The rule that everything here serves: a page is kept only if no change of what it shows was
 * announced since its render *began*, and only while announcements are known to arrive
 * (`open`). So after a notification no older page is handed out; and with the channel down every
 * reader gets a page rendered for them, as soon as it is no longer certain that the kept one stands.
 */
export class PageCache {
  readonly #options: PageCacheOptions;
  /**
   * Oldest first, as a Map keeps them. A use is only noted; whoever was used since they were last
   * looked at is put in again instead of being let go.
   */
  readonly #pages = new Map<string, Entry>();
  /**
   * Pages of addresses with a query. Anybody can think up filters and cursors that are in order,
   * so these have a part of the memory and cannot push the others out of theirs.
   */
  readonly #queried = new Map<string, Entry>();
  readonly #missing = new Map<string, Entry>();
  readonly #keysByTag = new Map<string, Set<string>>();
  readonly #inFlight = new Map<string, InFlightRender>();
  /** Renders that newcomers no longer join, but whose result must still be judged. */
  readonly #detached = new Set<InFlightRender>();
  #bytes = 0;
  #queriedBytes = 0;
  #open = false;
  /** Whether it is certain still that nothing announced was missed. */
  #isLeaseValid = () => false;

  constructor(options: PageCacheOptions) {
    this.#options = options;
  }

  /**
   * Announcements arrive from here on; those before may have been lost, so what was kept goes. Pages
   * are handed out once it is known (`renew`) that those before have arrived.
   */
  open(): void {
    this.#forgetAll();
    this.#open = true;
    this.#isLeaseValid = () => false;
  }

  /** Everything announced so far has been heard: kept pages may be handed out while this holds. */
  renew(holds: () => boolean): void {
    if (this.#open) this.#isLeaseValid = holds;
  }

  /**
   * Announcements may be lost: keep nothing until `open`, and forget everything then. What is kept
   * is handed out for as long as what was heard last holds (`renew`), which whoever withdraws
   * something waits for.
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

  /** The page of `key`: the one kept, the one being rendered, or a new one. */
  get(key: string, render: () => Promise<Rendering>): Promise<Page> {
    const kept = this.find(key);
    return kept === null ? this.make(key, render) : Promise.resolve(kept);
  }

  /**
   * Renders the page of `key`, once for all who wait for it. While nobody knows what was announced,
   * nobody waits for a page that was begun before: what it shows may have been withdrawn since.
   */
  async make(key: string, render: () => Promise<Rendering>): Promise<Page> {
    const waiting = this.isFresh ? this.#inFlight.get(key) : undefined;
    if (waiting !== undefined) return (await waiting.rendering).page;
    return this.#render(key, render);
  }

  /**
   * Drops every page that shows one of `tags`, and lets none that began before now be kept. Tells
   * how many there were, and the keys of those that somebody had asked for again since.
   */
  drop(tags: Iterable<string>): { dropped: number; wanted: string[] } {
    const changed = [...tags];
    let dropped = 0;
    const wanted: string[] = [];
    for (const tag of changed) {
      for (const key of [...(this.#keysByTag.get(tag) ?? [])]) {
        const entry = this.#pages.get(key) ?? this.#missing.get(key);
        if (entry?.used) wanted.push(key);
        this.#forget(key);
        dropped += 1;
      }
    }
    for (const render of [...this.#inFlight.values(), ...this.#detached]) {
      if (render.dropped !== 'all') for (const tag of changed) render.dropped.add(tag);
    }
    this.#detachInFlight();
    return { dropped, wanted };
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

  /** The page kept for `key`, where there is one that still stands. */
  find(key: string): Page | null {
    const entry = this.#pages.get(key) ?? this.#queried.get(key) ?? this.#missing.get(key);
    if (entry === undefined) return null;
    // A frozen or overloaded process, a silent network: nobody knows what was announced since.
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
    const missing = page.status === 404;
    // Addresses without a page are apart, so that asking for many cannot push pages out.
    const bytes = missing ? 0 : page.forms.bytes;
    const queried = key.includes('?');
    const room = this.#options.maxBytes;
    if (bytes > (queried ? room * QUERIED_SHARE : room)) return;
    const shelf = missing ? this.#missing : queried ? this.#queried : this.#pages;
    const shared = missing ? this.#shareBody(page) : page;
    shelf.set(key, { ...rendering, key, bytes: 0, used: false, page: shared });
    if (!missing) page.forms.onMade = (more) => this.#grow(key, page, more);
    for (const tag of tags) {
      const keys = this.#keysByTag.get(tag) ?? new Set();
      keys.add(key);
      this.#keysByTag.set(tag, keys);
    }
    this.#grow(key, page, bytes);
    while (this.#missing.size > this.#options.maxMissing) this.#forgetOldest(this.#missing);
  }

  /** Counts bytes of a page that is kept, and lets go of others where they are too many. */
  #grow(key: string, page: Page, bytes: number): void {
    const entry = this.#pages.get(key) ?? this.#queried.get(key);
    if (entry?.page !== page) return;
    const room = this.#options.maxBytes;
    entry.bytes += bytes;
    this.#bytes += bytes;
    if (this.#queried.has(key)) this.#queriedBytes += bytes;
    while (this.#queriedBytes > room * QUERIED_SHARE) this.#forgetOldest(this.#queried);
    while (this.#bytes > room)
      this.#forgetOldest(this.#pages.size > 0 ? this.#pages : this.#queried);
  }

  /** "Nothing here" reads the same everywhere, so one copy of its bytes is enough. */
  #shareBody(page: Page): Page {
    const other = this.#missing.values().next().value?.page;
    return other?.etag === page.etag ? other : page;
  }

  #forgetOldest(shelf: Map<string, Entry>): void {
    for (const [key, entry] of shelf) {
      if (!entry.used) {
        this.#forget(key);
        return;
      }
      entry.used = false;
      shelf.delete(key);
      shelf.set(key, entry);
    }
  }

  #forget(key: string): void {
    const entry = this.#pages.get(key) ?? this.#queried.get(key) ?? this.#missing.get(key);
    if (entry === undefined) return;
    this.#pages.delete(key);
    if (this.#queried.delete(key)) this.#queriedBytes -= entry.bytes;
    this.#missing.delete(key);
    this.#bytes -= entry.bytes;
    for (const tag of entry.tags) {
      const keys = this.#keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysByTag.delete(tag);
    }
  }

  #forgetAll(): void {
    this.#pages.clear();
    this.#queried.clear();
    this.#missing.clear();
    this.#keysByTag.clear();
    this.#bytes = 0;
    this.#queriedBytes = 0;
    this.#discardInFlight();
  }

  /** Nothing that is being rendered will be kept. */
  #discardInFlight(): void {
    for (const render of [...this.#inFlight.values(), ...this.#detached]) render.dropped = 'all';
    this.#detachInFlight();
  }

  /** Nobody who comes after a change waits for a page that was begun before it. */
  #detachInFlight(): void {
    for (const render of this.#inFlight.values()) this.#detached.add(render);
    this.#inFlight.clear();
  }
}
