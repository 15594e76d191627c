import type { Chart } from '@viewpoints/domain/document/blocks/chart';
import type { ValueScale } from './chart-scale.ts';
import { apart, rowPlaces, shownLabels } from './row-places.ts';
import { textWidth, wrapText } from './wrap-text.ts';

/** The height of a drawing of lines without its labels, in pixels. */
export const LINES_HEIGHT = 280;
/** How wide the labels at the ends of lines may be, and how high one of their lines is. */
export const END_WIDTH = 152;
export const END_LEADING = 16;
const LABEL_SIZE = 13;
/** The widths of a drawing on a phone and beside labels elsewhere; the least that it is meant for. */
const PHONE = 290;
const DESK = 480;
/** Labels up to this width, in pixels, reach a little beyond the axis. */
const MAX_BESIDE = 42;
/** A column with more points than this shows them as a line alone. */
const MAX_MARKS = 16;

export type LineColumn = {
  label: string;
  /** In a box 1000 wide and as high as the drawing, which is stretched. */
  path: string;
  /** The points that are marked: all of a few, those without a neighbour, and the last. */
  marks: { x: number; y: number }[];
  end: { x: number; y: number; value: number; isFalling: boolean } | null;
};

/** The rows of a line chart as lines, from left to right, places across from 0 to 1. */
export function lineColumns(
  { data }: Pick<Chart['attrs'], 'data'>,
  scale: ValueScale,
): LineColumn[] {
  const places = rowPlaces(data.rows.map(({ label }) => label));
  return data.columns.map(({ label }, column) => {
    const points = data.rows.map(({ values }, row) => {
      const value = values[column] ?? null;
      if (value === null) return null;
      return { x: places[row] ?? 0, y: round((1 - scale.place(value)) * LINES_HEIGHT), value };
    });
    const path = points
      .map((point, row) =>
        point === null
          ? ''
          : `${(points[row - 1] ?? null) === null ? 'M' : 'L'}${round(point.x * 1000)} ${point.y}`,
      )
      .join('');
    const last = points.findLast((point) => point !== null) ?? null;
    const before = points.findLast((point) => point !== null && point !== last) ?? last;
    const end = last && { ...last, isFalling: before !== null && before.y < last.y };
    const isFew = points.length <= MAX_MARKS;
    const marks = points.filter(
      (point, row) =>
        point !== null &&
        (isFew ||
          point === last ||
          ((points[row - 1] ?? null) === null && (points[row + 1] ?? null) === null)),
    );
    return { label, path, marks: marks.filter((point) => point !== null), end };
  });
}

/** The labels at the ends of lines, each at its height and in lines; null where there is no room for all. */
export function endLabels(
  columns: readonly LineColumn[],
  number: (value: number) => string,
): { column: number; top: number; lines: string[] }[] | null {
  const all = columns.flatMap(({ label, end }, column) => {
    if (end === null) return [];
    const text = `${label} ${number(end.value)}`;
    const lines = wrapText(text, { size: LABEL_SIZE, width: END_WIDTH, most: 4 });
    return [{ column, lines, at: end.y, height: lines.length * END_LEADING + 4 }];
  });
  const tops = apart(all, LINES_HEIGHT + END_LEADING);
  return tops && all.map(({ column, lines }, index) => ({ column, lines, top: tops[index] ?? 0 }));
}

/** How a label stands that would reach beyond the first or the last row. */
export const anchorAt = (place: number): 'start' | 'middle' | 'end' =>
  place === 0 ? 'start' : place === 1 ? 'end' : 'middle';

export type RowLabel = {
  row: number;
  place: number;
  lines: string[];
  on: 'both' | 'wide' | 'narrow';
  anchor: 'start' | 'middle' | 'end';
};

/** The labels of rows below a drawing: on a phone there is room for fewer. */
export function rowLabels({ data }: Pick<Chart['attrs'], 'data'>): RowLabel[] {
  const labels = data.rows.map(({ label }) => label);
  const places = rowPlaces(labels);
  const widest = Math.max(...labels.map((label) => textWidth(label, LABEL_SIZE)));
  // Short ones stand in the middle below the first and the last row too: there is room beside the axis.
  const isShort = widest <= MAX_BESIDE;
  const shownIn = (width: number) => {
    const gap = Math.min(0.5, (widest + 14) / width);
    return new Set(shownLabels(places, gap, isShort ? gap : gap * 1.5));
  };
  const [narrow, wide] = [shownIn(PHONE), shownIn(DESK)];
  return labels.flatMap((label, row): RowLabel[] => {
    const [isNarrow, isWide] = [narrow.has(row), wide.has(row)];
    if (!isNarrow && !isWide) return [];
    const lines = wrapText(label, { size: LABEL_SIZE, width: PHONE / 2 - 14, most: 3 });
    const on = isNarrow && isWide ? 'both' : isWide ? 'wide' : 'narrow';
    const place = places[row] ?? 0;
    return [{ row, place, lines, on, anchor: isShort ? 'middle' : anchorAt(place) }];
  });
}

const round = (value: number): number => Math.round(value * 100) / 100;
