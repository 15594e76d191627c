import type { Register } from '@viewpoints/domain/findings/finding-fields';
import type { TimeExtent } from '@viewpoints/domain/positions/time-extent';
import type { Id } from '@viewpoints/domain/values';
import { type Tick, timeAxis } from './time-axis.ts';

/** A dated point as it comes to be drawn; the width is that of its words, in pixels. */
export type TimelinePoint = { id: Id; lane: Register; extent: TimeExtent; labelWidth: number };

/** Places across are from 0 to 1, so that the drawing is as wide as its page; heights are in pixels. */
export type TimelineMark = {
  id: Id;
  x: number;
  y: number;
  /** Where its words go; null if there is no room for them. */
  label: 'after' | 'before' | null;
  /** From where to where its time goes; null for a day, and where the mark itself covers it. */
  span: { x1: number; x2: number } | null;
};

/** Points for which there is no room: how many, and the first of them. */
export type TimelineRest = { x: number; y: number; count: number; firstId: Id };

export type TimelineLane = {
  register: Register;
  y: number;
  height: number;
  marks: TimelineMark[];
  rest: TimelineRest[];
};

export type TimelineLayout = {
  lanes: TimelineLane[];
  ticks: (Tick & { x: number })[];
  height: number;
};

/** The narrowest that the drawing is shown: what does not overlap there does so nowhere. */
export const MIN_WIDTH = 680;
/** The least that can be pressed (WCAG 2.5.8). */
export const MARK_SIZE = 24;
export const ROW_HEIGHT = 44;
/** How far below the top of its row a seal is. */
export const SEAL_HEIGHT = 28;
export const LANE_HEAD = 26;
export const AXIS_HEIGHT = 28;
const MAX_ROWS = 5;
const TICK_WIDTH = 90;

const laneOrder: readonly Register[] = ['public', 'private', 'unknown'];

/**
 * Where each point of a timeline goes. In public and in private are always there, so that a lane that
 * is empty says so; the third is there only with something in it. Points that would overlap go into
 * further rows, first with their words, then without, and in the end are counted.
 */
export function layOutTimeline(points: readonly TimelinePoint[]): TimelineLayout {
  const { place, ticks } = timeAxis(
    points.map(({ extent }) => extent),
    Math.floor(MIN_WIDTH / TICK_WIDTH),
  );
  let y = 0;
  const lanes = laneOrder
    .filter((register) => register !== 'unknown' || points.some(({ lane }) => lane === register))
    .map((register) => {
      const lane = layOutLane(
        points.filter(({ lane: of }) => of === register),
        place,
      );
      const placed = { register, y, ...lane };
      y += lane.height;
      return placed;
    });
  return {
    lanes,
    ticks: ticks.map((tick) => ({ ...tick, x: place(tick.at) })),
    height: y + AXIS_HEIGHT,
  };
}

/** What is taken of a row, in pixels of the narrowest drawing. */
type Taken = { from: number; to: number };

function layOutLane(
  points: readonly TimelinePoint[],
  place: (time: number) => number,
): Omit<TimelineLane, 'register' | 'y'> {
  const rows: Taken[][] = [];
  const marks: TimelineMark[] = [];
  const crowded: TimelinePoint[] = [];
  for (const point of points.toSorted((a, b) => a.extent.at - b.extent.at)) {
    const x = place(point.extent.at);
    const span = spanOf(point.extent, place);
    const found = findRoom(rows, attemptsAt(point, x, span));
    if (found === null) crowded.push(point);
    else marks.push({ id: point.id, x, span, ...found });
  }
  const height = LANE_HEAD + Math.max(rows.length, 1) * ROW_HEIGHT;
  const rest = countCrowded(crowded, place, height);
  return { marks, rest, height: rest.length === 0 ? height : height + MARK_SIZE };
}

function spanOf({ from, to, start, end, kind }: TimeExtent, place: (time: number) => number) {
  if (kind === 'day') return null;
  // An open end goes on to the edge.
  const x1 = start === null && from !== null ? place(from) : 0;
  const x2 = end === null && to !== null ? place(to) : 1;
  return (x2 - x1) * MIN_WIDTH < MARK_SIZE * 0.75 ? null : { x1, x2 };
}

type Attempt = { label: TimelineMark['label']; taken: Taken };

/** What a point takes with its words after it, before it, and without them. */
function attemptsAt(
  { labelWidth }: TimelinePoint,
  x: number,
  span: TimelineMark['span'],
): readonly Attempt[] {
  const [centre, half] = [x * MIN_WIDTH, MARK_SIZE / 2];
  const [from, to] = [
    Math.min(centre - half, (span?.x1 ?? 1) * MIN_WIDTH),
    Math.max(centre + half, (span?.x2 ?? 0) * MIN_WIDTH),
  ];
  const [after, before] = [centre - half + labelWidth, centre + half - labelWidth];
  const bare = { from: centre - half, to: centre + half };
  return [
    ...(after <= MIN_WIDTH
      ? [{ label: 'after' as const, taken: { from, to: Math.max(to, after) } }]
      : []),
    ...(before >= 0
      ? [{ label: 'before' as const, taken: { from: Math.min(from, before), to } }]
      : []),
    { label: null, taken: { from, to } },
    { label: null, taken: bare },
  ];
}

/** The first row with room for the first attempt that fits. */
function findRoom(
  rows: Taken[][],
  attempts: readonly Attempt[],
): Pick<TimelineMark, 'y' | 'label'> | null {
  for (const { label, taken } of attempts) {
    for (let row = 0; row < MAX_ROWS; row += 1) {
      const others = rows[row] ?? [];
      if (others.some(({ from, to }) => from < taken.to && taken.from < to)) continue;
      rows[row] = [...others, taken];
      return { label, y: LANE_HEAD + row * ROW_HEIGHT };
    }
  }
  return null;
}

/** One count for those that are close together. */
function countCrowded(
  crowded: readonly TimelinePoint[],
  place: (time: number) => number,
  y: number,
): TimelineRest[] {
  const rest: TimelineRest[] = [];
  for (const { id, extent } of crowded) {
    const x = place(extent.at);
    const last = rest.at(-1);
    if (last !== undefined && (x - last.x) * MIN_WIDTH < 2 * MARK_SIZE) last.count += 1;
    else rest.push({ x, y, count: 1, firstId: id });
  }
  return rest;
}
