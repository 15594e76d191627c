/** Random numbers that are the same for the same seed (mulberry32), so that a run can be repeated. */
export type Random = {
  /** From 0 to below 1. */
  next: () => number;
  /** A whole number from `from` to `to`, both included. */
  between: (from: number, to: number) => number;
  /** One of them, each as likely as its weight says. */
  pick: <Each>(weighted: readonly (readonly [Each, weight: number])[]) => Each;
};

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (weighted) => {
      let rest = next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [each, weight] of weighted) {
        rest -= weight;
        if (rest < 0) return each;
      }
      throw new Error('nothing to pick from');
    },
  };
}
