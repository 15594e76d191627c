import type { Chart } from '@viewpoints/domain/document/blocks/chart';
import { scaleLinear } from 'd3-scale';

/** The axis of a chart's values: places are from 0 to 1. */
export type ValueScale = {
  place: (value: number) => number;
  ticks: { value: number; at: number }[];
  /** The difference between two ticks. */
  step: number;
  /** Where zero is; null where the axis does not reach it. */
  zero: number | null;
};

type Drawn = Pick<Chart['attrs'], 'kind' | 'fromZero' | 'data'>;

/** Where a chart has a number, in the order of its rows. */
export const chartValues = ({ rows, columns }: Drawn['data']): number[] =>
  rows.flatMap(({ values }) => values.slice(0, columns.length)).filter((value) => value !== null);

/** An axis over all values, at round numbers. Bars begin at zero: their lengths are what is compared. */
export function valueScale({ kind, fromZero, data }: Drawn, ticks = 4): ValueScale {
  const [low, high] = extentOf(chartValues(data), kind === 'bars' || fromZero);
  const scale = scaleLinear([low, high], [0, 1]).nice(ticks);
  const at = scale.ticks(ticks);
  const [from = low, to = high] = scale.domain();
  return {
    place: (value) => Math.min(1, Math.max(0, scale(value))),
    ticks: at.map((value) => ({ value, at: scale(value) })),
    step: at.length > 1 ? Math.abs((at[1] ?? 0) - (at[0] ?? 0)) : to - from,
    zero: from <= 0 && to >= 0 ? scale(0) : null,
  };
}

/** The least part of its size by which values have to differ: rounding makes as much. */
const SAME = 1e-9;

function extentOf(values: readonly number[], withZero: boolean): [number, number] {
  const all = withZero ? [0, ...values] : values;
  if (all.length === 0) return [0, 1];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (size === 0) return [0, 1];
  return high - low > size * SAME ? [low, high] : [low - size / 10, high + size / 10];
}
