/** Numbers that look like chance and are the same on every run. */
export type Random = {
  /** At least 0 and less than 1. */
  next: () => number;
  /** A place in a list of `length`, the first far more often than the last, as words are (Zipf). */
  rank: (length: number) => number;
  pick: <Item>(items: readonly Item[]) => Item;
  /** As `pick`, by `rank`. */
  pickByRank: <Item>(items: readonly Item[]) => Item;
};

/** A generator of 32 bits of state (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const rank = (length: number) => Math.floor((length + 1) ** next()) - 1;
  const at = <Item>(items: readonly Item[], index: number): Item => {
    const item = items[index];
    if (item === undefined) throw new Error('there is nothing to pick from');
    return item;
  };
  return {
    next,
    rank,
    pick: (items) => at(items, Math.floor(next() * items.length)),
    pickByRank: (items) => at(items, rank(items.length)),
  };
}
