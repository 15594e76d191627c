import { AsyncLocalStorage } from 'node:async_hooks';
import type { ReaderCalls } from '@viewpoints/api/reader-caller';

/** What the server and a page exchange during its render. */
export type RenderContext = {
  /** The public procedures; each call adds to `tags` what it shows. */
  readonly calls: ReaderCalls;
  /** Whether an error of a call says that there is nothing there. */
  readonly saysNotFound: (error: unknown) => boolean;
  /** The moment of the render; pages read no other clock. */
  readonly now: Date;
  /** The path of the page, so that menus can say where it is. */
  readonly path: string;
  /** The public address of the site, without a slash at its end. */
  readonly siteUrl: string;
  /** Addresses of the site's own scripts, by name. */
  readonly scripts: ReadonlyMap<string, string>;
  /** The page's tags: it is dropped when one of them changes. */
  readonly tags: Set<string>;
  /** Hosts that the page may show frames of, once a reader opens one. */
  readonly frames: Set<string>;
  /** Whether other sites may show the page in a frame. */
  isEmbed?: boolean;
  /** 404 where the page says that there is nothing here. */
  status: 200 | 404;
  /** When the page stops being right by the clock alone (milliseconds), e.g. at midnight. */
  until: number;
  /** The present address of the requested thing, if it has moved. */
  movedTo: string | null;
  /** The words of a search that found nothing, where the page is about one. */
  searchWithoutResults?: string;
  /** The error of the render. */
  failure: unknown;
};

/**
 * The server runs unbundled and pages run inside Next's bundle, so each has its own copy of this
 * module; the store is therefore under a global symbol that both find.
 */
const KEY = Symbol.for('viewpoints.reader.render');
type Shared = { [KEY]?: AsyncLocalStorage<RenderContext> };
const shared = globalThis as Shared;
shared[KEY] ??= new AsyncLocalStorage<RenderContext>();
const store = shared[KEY];

/** Runs `work` so that everything it calls finds `record`. */
export function withRender<T>(record: RenderContext, work: () => Promise<T>): Promise<T> {
  return store.run(record, work);
}

/** The render under way. Throws outside one: pages are only ever rendered by the server. */
export function currentRender(): RenderContext {
  const record = store.getStore();
  if (record === undefined) throw new Error('Pages are rendered by apps/reader/src/main.ts only.');
  return record;
}
