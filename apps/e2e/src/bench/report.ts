/** The results of a measurement over its rounds, and its target. */
export type Report = {
  name: string;
  unit: string;
  /** One value for each round. */
  values: number[];
  target?: { most: number } | { least: number };
};

/** The middle of some values. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The value that a share of all stays under, e.g. 0.95. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? Number.NaN;

/** Prints a line that `npm run bench` reads: the median, its range, and whether it is enough. */
export function report({ name, unit, values, target }: Report): void {
  const value = median(values);
  const met =
    target === undefined ? null : 'most' in target ? value <= target.most : value >= target.least;
  const words =
    target === undefined
      ? null
      : 'most' in target
        ? `≤ ${target.most.toLocaleString('en-GB')}`
        : `≥ ${target.least.toLocaleString('en-GB')}`;
  const range = values.length > 1 ? { low: Math.min(...values), high: Math.max(...values) } : {};
  console.log(JSON.stringify({ name, value, unit, ...range, target: words, met }));
}
