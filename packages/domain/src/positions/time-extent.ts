import { edtfBounds } from '../text/edtf.ts';
import { type LooseDate, type LoosePoint, readLooseDate } from '../text/loose-date.ts';

/** An end that goes on, or whose time nobody knows. */
type EndlessSide = 'open' | 'unknown';

/** The time of a loose date as it is drawn. */
export type TimeExtent = {
  /** Milliseconds; null where there is no bound. */
  from: number | null;
  to: number | null;
  start: EndlessSide | null;
  end: EndlessSide | null;
  /** On one day, some time within the bounds, or all the time between them. */
  kind: 'day' | 'within' | 'throughout';
  /** Whether the date is only about right ("2012~") or may be wrong ("2012?"). */
  isDoubtful: boolean;
  /** The moment at which a point stands for it. */
  at: number;
};

/** The extent of a loose date; null if it cannot be read. */
export function timeExtentOf(edtf: string): TimeExtent | null {
  const { date } = readLooseDate(edtf);
  const bounds = edtfBounds(edtf);
  if (date === null || bounds === null) return null;
  const [from, to] = [bounds.from, bounds.to].map((end) => (end === null ? null : Date.parse(end)));
  if (from === undefined || to === undefined) return null;
  const kind = kindOf(date);
  const [start, end] = endlessSides(date);
  const isMiddle = kind === 'within' && from !== null && to !== null;
  return {
    ...{ from, to, start, end, kind },
    isDoubtful: pointsOf(date).some(({ approximate, uncertain }) => approximate || uncertain),
    at: isMiddle ? (from + to) / 2 : (from ?? to ?? 0),
  };
}

function kindOf(date: LooseDate): TimeExtent['kind'] {
  if (date.kind === 'interval' || date.kind === 'all') return 'throughout';
  return date.kind === 'point' && (date.point.day ?? date.point.time) !== null ? 'day' : 'within';
}

function endlessSides(date: LooseDate): [EndlessSide | null, EndlessSide | null] {
  if (date.kind === 'point') return [null, null];
  if (date.kind !== 'interval') return [date.earlier ? 'open' : null, date.later ? 'open' : null];
  const [from, to] = [date.from, date.to].map((end) => (typeof end === 'string' ? end : null));
  return [from ?? null, to ?? null];
}

/** The dates that a loose date is made of. */
function pointsOf(date: LooseDate): LoosePoint[] {
  if (date.kind === 'point') return [date.point];
  const ends = date.kind === 'interval' ? [date.from, date.to] : date.items.flat();
  return ends.filter((end) => typeof end !== 'string');
}
