/** The remaining requests of a limit, and after how many seconds (`reset`) there are more. */
export type Quota = { max: number; left: number; reset: number };

/**
 * The rate limiter of one process, for networks with too many requests (`caller-network.ts`): pages,
 * public calls, wrong tokens, uploads. It uses no database, which is what it protects. Attempts at
 * accounts are counted in the database, for all instances together (db `editorial/rate-limits.ts`).
 *
 * Limits each key within a sliding window: requests of the window before count by the share of it that
 * has not passed yet. Memory is bounded: once it is full, all new keys share one counter. Time is
 * milliseconds.
 */
export class SlidingLimit {
  readonly #max: number;
  readonly #window: number;
  readonly #capacity: number;
  #now = new Map<string, number>();
  #before = new Map<string, number>();
  #began = Number.NEGATIVE_INFINITY;

  constructor(options: { max: number; window: number; capacity: number }) {
    this.#max = options.max;
    this.#window = options.window;
    this.#capacity = options.capacity;
  }

  /** Counts and answers 0; or counts nothing and answers after how many seconds to try again. */
  take(who: string, now: number, cost = 1): number {
    const { key, used, reset } = this.#usage(who, now);
    if (used + cost > this.#max) return reset;
    this.#now.set(key, (this.#now.get(key) ?? 0) + cost);
    return 0;
  }

  /** The remaining requests, and when there are more. Counts no request. */
  quota(who: string, now: number): Quota {
    const { used, reset } = this.#usage(who, now);
    return { max: this.#max, left: Math.max(0, Math.floor(this.#max - used)), reset };
  }

  #usage(who: string, now: number) {
    this.turn(now);
    const key = this.#now.has(who) || this.#now.size < this.#capacity ? who : '';
    const passed = (now - this.#began) / this.#window;
    const used = (this.#now.get(key) ?? 0) + (this.#before.get(key) ?? 0) * (1 - passed);
    return { key, used, reset: Math.max(1, Math.ceil(((1 - passed) * this.#window) / 1000)) };
  }

  /** Forgets what is older than two windows. */
  turn(now: number): void {
    const passed = now - this.#began;
    if (passed >= 0 && passed < this.#window) return;
    this.#before = passed >= 0 && passed < 2 * this.#window ? this.#now : new Map();
    this.#now = new Map();
    this.#began = passed >= 0 && passed < 2 * this.#window ? this.#began + this.#window : now;
  }

  /** How many are remembered. */
  get size(): number {
    return this.#now.size + this.#before.size;
  }
}
