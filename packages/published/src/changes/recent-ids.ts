/** Ids seen lately: the newest ten thousand. */
export class RecentIds {
  readonly #most = 10_000;
  readonly #seen = new Set<string>();

  /** Remembers an id; false if it is among those seen lately. */
  add(id: string): boolean {
    if (this.#seen.has(id)) return false;
    this.#seen.add(id);
    if (this.#seen.size > this.#most) {
      const [oldest = id] = this.#seen;
      this.#seen.delete(oldest);
    }
    return true;
  }
}
