import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/**
 * What a reading site tells Prometheus. No label is taken from an address or a page: what is read is
 * in the journal's own totals, and nowhere by reader.
 */
export type ReaderMetrics = {
  /** Counts a page that was sent, from the cache or rendered for it. */
  countPage: (kept: boolean, status: number) => void;
  /** Counts a render, with the seconds from its turn to its end. */
  countRender: (seconds: number) => void;
  /** All of it in the text format of Prometheus, and its media type. */
  render: () => Promise<{ text: string; contentType: string }>;
};

/** The state that is read at each scrape. */
export type ReaderState = {
  /** Cached pages, and the bytes of their bodies. */
  pages: number;
  bytes: number;
  /** Whether announcements of changes arrive, so that cached pages may be sent. */
  isFresh: boolean;
};

/** Seconds: most pages take some ten milliseconds. */
const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/**
 * @param readsProcess whether memory, processor and event loop of this process are measured
 */
export function createReaderMetrics(
  read: () => ReaderState,
  { readsProcess }: { readsProcess: boolean },
): ReaderMetrics {
  const registry = new Registry();
  const registers = [registry];
  if (readsProcess) collectDefaultMetrics({ register: registry });
  const pages = new Counter({
    name: 'viewpoints_reader_pages_total',
    help: 'Pages that were sent: cached ones, and those rendered for the request.',
    labelNames: ['from', 'status'],
    registers,
  });
  const renders = new Histogram({
    name: 'viewpoints_reader_render_duration_seconds',
    help: 'Renders of pages.',
    buckets,
    registers,
  });
  const gauge = (name: string, help: string, value: (state: ReaderState) => number) =>
    new Gauge({
      ...{ name, help, registers },
      collect() {
        this.set(value(read()));
      },
    });
  gauge('viewpoints_reader_cached_pages', 'Pages in the cache.', (state) => state.pages);
  gauge('viewpoints_reader_cache_bytes', 'Memory of the cached pages.', ({ bytes }) => bytes);
  gauge(
    'viewpoints_reader_announcements_up',
    'Whether announcements of changes arrive: 1, or 0 where every page is rendered.',
    ({ isFresh }) => (isFresh ? 1 : 0),
  );
  return {
    countPage: (kept, status) => pages.inc({ from: kept ? 'cache' : 'render', status }),
    countRender: (seconds) => renders.observe(seconds),
    render: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
  };
}
