import type { IncomingMessage } from 'node:http';
import type { VisitBatch } from '@viewpoints/api/reader-caller';
import { referringHost } from '@viewpoints/domain/visits/referring-host';
import { queryToCount } from '@viewpoints/domain/visits/zero-result-search';
import type { Logger } from 'pino';
import { CountedReads } from './counted-read.ts';

type Options = {
  /** The public address of the site: visits from it have no other origin. */
  siteUrl: string;
  /** Adds a batch to the day's totals. */
  count: (batch: VisitBatch) => Promise<void>;
  log: Pick<Logger, 'warn'>;
};

/** Milliseconds between two writings: what a killed process loses at most. */
const pause = 10_000;
/** Most different names of each kind held between two writings. */
const maxNames = 2000;
/** Maximum number of different searches counted in a day. */
const maxSearches = 2000;
/** Most that is counted of one name at a time. */
const maxCount = 999_999;

/**
 * Counts what is read, in memory and in totals: for each page, for each site that led here and for
 * each search that found nothing, how often; never who, nor at what time of the day. The totals
 * are added to the database every few seconds and when the server ends.
 */
export class Visits {
  readonly #options: Options;
  readonly #ownOrigin: string;
  readonly #ownHost: string;
  readonly #reads = new CountedReads();
  #pages = new Map<string, number>();
  #referrers = new Map<string, number>();
  #searches = new Map<string, number>();
  /** Today's searches, and how often each was made. One that was made once is never stored. */
  readonly #searchedToday = new Map<string, number>();
  #today = '';
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: Options) {
    this.#options = options;
    this.#ownOrigin = `${options.siteUrl}/`;
    this.#ownHost = new URL(options.siteUrl).hostname;
  }

  /**
   * Counts a page that was sent, or that its reader still had. `key` is the page's own address, so
   * that there are no more names than pages.
   */
  read(request: Pick<IncomingMessage, 'method' | 'headers'>, key: string): void {
    if (!this.#reads.includes(request)) return;
    const mark = key.indexOf('?');
    add(this.#pages, mark < 0 ? key : key.slice(0, mark), 1);
    const { referer } = request.headers;
    if (referer === undefined || referer.startsWith(this.#ownOrigin)) return;
    const host = referringHost(referer, this.#ownHost);
    if (host !== null) add(this.#referrers, host, 1);
  }

  /** Counts a search that found nothing, once it is made again. */
  countSearchWithoutResults(
    request: Pick<IncomingMessage, 'method' | 'headers'>,
    query: string,
    now = new Date(),
  ): void {
    const words = queryToCount(query);
    if (words === null || !this.#reads.includes(request)) return;
    const today = now.toISOString().slice(0, 10);
    if (this.#today !== today) this.#searchedToday.clear();
    this.#today = today;
    add(this.#searchedToday, words, 1, maxSearches);
    const times = this.#searchedToday.get(words) ?? 0;
    // The first search is written with the second: from then on it identifies nobody.
    if (times > 1) add(this.#searches, words, times === 2 ? 2 : 1);
  }

  /** Begins to write down every few seconds. */
  start(): void {
    this.#timer = setInterval(() => void this.write(), pause).unref();
  }

  /** Writes down what is left and ends. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.write();
  }

  /** Adds what was counted since the last time to the database's totals; never throws. */
  write(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#writeOnce());
    return this.#writing;
  }

  async #writeOnce(): Promise<void> {
    this.#reads.forgetAgents();
    const taken = [this.#pages, this.#referrers, this.#searches] as const;
    if (taken.every(({ size }) => size === 0)) return;
    this.#pages = new Map();
    this.#referrers = new Map();
    this.#searches = new Map();
    const [pages, referrers, searches] = taken;
    try {
      await this.#options.count({
        pages: Object.fromEntries(pages),
        referrers: Object.fromEntries(referrers),
        searches: Object.fromEntries(searches),
      });
    } catch (err) {
      // The database cannot be reached: retained for the next attempt, as far as there is room.
      this.#options.log.warn({ err }, 'visits could not be written down');
      for (const [name, times] of pages) add(this.#pages, name, times);
      for (const [name, times] of referrers) add(this.#referrers, name, times);
      for (const [name, times] of searches) add(this.#searches, name, times);
    }
  }
}

function add(totals: Map<string, number>, name: string, times: number, capacity = maxNames): void {
  const before = totals.get(name);
  if (before === undefined && totals.size >= capacity) return;
  totals.set(name, Math.min((before ?? 0) + times, maxCount));
}
