import type { TimeExtent } from '@viewpoints/domain/positions/time-extent';
import { scaleUtc } from 'd3-scale';

const DAY = 86_400_000;
/** The least time that an axis covers: with less, ticks would be weeks. */
const MIN_SPAN = 60 * DAY;
/** The part of an axis that is left free at either end, for open spans and the halves of marks. */
const MARGIN = 0.05;

export type Tick = { at: number; unit: 'year' | 'month'; hasYear: boolean };

export type TimeAxis = {
  /** The place of a moment, from 0 to 1. */
  place: (time: number) => number;
  ticks: Tick[];
};

/** The time axis over all extents, with at most `maxTicks` ticks at round years or months. */
export function timeAxis(extents: readonly TimeExtent[], maxTicks: number): TimeAxis {
  const times = extents.flatMap(({ from, to, at }) => [from ?? at, to ?? at]);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const pad = Math.max((last - first) * MARGIN, (MIN_SPAN - (last - first)) / 2);
  const scale = scaleUtc([first - pad, last + pad], [0, 1]).clamp(true);
  return { place: (time) => scale(time), ticks: ticksOf(scale, maxTicks) };
}

function ticksOf(scale: ReturnType<typeof scaleUtc>, maxTicks: number): Tick[] {
  let count = maxTicks;
  let moments = scale.ticks(count);
  // d3 takes the count as a wish.
  while (moments.length > maxTicks && count > 1) {
    count -= 1;
    moments = scale.ticks(count);
  }
  const unit = unitOf(moments);
  return moments.map((moment, index) => ({
    at: moment.getTime(),
    unit,
    hasYear: index === 0 || isNewYear(moment, moments[index - 1]),
  }));
}

function unitOf(moments: readonly Date[]): Tick['unit'] {
  return moments.some((moment) => moment.getUTCMonth() !== 0) ? 'month' : 'year';
}

const isNewYear = (moment: Date, before: Date | undefined): boolean =>
  moment.getUTCFullYear() !== before?.getUTCFullYear();
