/**
 * As many of the items as requested, at random, each with the same chance; the same for the same seed.
 */
export function chooseSample<Item>(items: readonly Item[], size: number, seed: number): Item[] {
  const random = randomNumbers(seed);
  const left = [...items];
  const chosen: Item[] = [];
  while (chosen.length < size && left.length > 0)
    chosen.push(...left.splice(Math.floor(random() * left.length), 1));
  return chosen;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The 95 % interval of a share of which a sample is known, as fractions (Wilson's score interval, which
 * holds for small samples and for shares near 0 and 1, too).
 */
export function shareInterval(hits: number, size: number): [from: number, to: number] {
  if (size === 0) return [0, 1];
  const z = 1.959964;
  const share = hits / size;
  const spread = z * Math.sqrt((share * (1 - share)) / size + z ** 2 / (4 * size ** 2));
  const middle = share + z ** 2 / (2 * size);
  const scale = 1 + z ** 2 / size;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}
