/**
 * Work that goes on while the next is being prepared: so many at once. The first failure ends it, and
 * is thrown at the next call; what was begun by then comes to its own end.
 */
export class InFlight {
  readonly #most: number;
  readonly #running = new Set<Promise<void>>();
  #failure: { thrown: unknown } | null = null;

  constructor(most: number) {
    this.#most = most;
  }

  /** Begins some work, once there is room for it. */
  async add(work: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#most) await Promise.race(this.#running);
    this.#throwFailure();
    const running: Promise<void> = work()
      .catch((thrown: unknown) => {
        this.#failure ??= { thrown };
      })
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Waits for all that was begun. */
  async finish(): Promise<void> {
    await Promise.all(this.#running);
    this.#throwFailure();
  }

  #throwFailure(): void {
    if (this.#failure !== null) throw this.#failure.thrown;
  }
}
