/**
 * Hashes that were added lately, each for `lifetime` milliseconds at least and twice that at most. Memory is
 * bounded: once there are `room` new ones, those from before are forgotten early.
 */
export class RecentHashes {
  readonly #lifetime: number;
  readonly #capacity: number;
  #now = new Set<string>();
  #before = new Set<string>();
  #began = Number.NEGATIVE_INFINITY;

  constructor(options: { lifetime: number; capacity: number }) {
    this.#lifetime = options.lifetime;
    this.#capacity = options.capacity;
  }

  has(hash: string, now: number): boolean {
    this.#turn(now);
    return this.#now.has(hash) || this.#before.has(hash);
  }

  add(hash: string, now: number): void {
    this.#turn(now);
    this.#now.add(hash);
  }

  /** How many are remembered. */
  get size(): number {
    return this.#now.size + this.#before.size;
  }

  #turn(now: number): void {
    const passed = now - this.#began;
    if (passed < this.#lifetime && this.#now.size < this.#capacity) return;
    this.#before = passed < 2 * this.#lifetime ? this.#now : new Set();
    this.#now = new Set();
    this.#began = now;
  }
}
