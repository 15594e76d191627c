import { anchorAt } from '@viewpoints/ui/chart/line-layout';
import { apart, rowPlaces, shownLabels } from '@viewpoints/ui/chart/row-places';
import { textWidth, wrapText } from '@viewpoints/ui/chart/wrap-text';
import { colors } from '../boards/board-pen.ts';
import { EDGE, WIDTH } from './chart-pen.ts';
import type { ChartSheet } from './chart-sheet.ts';

const HEIGHT = 480;
const SIZE = 22;
const LEADING = 27;
const ENDS = 260;
/** Labels up to this width reach a little beyond the axis. */
const MAX_BESIDE = 64;
/** More points than this are a line alone. */
const MAX_MARKS = 16;

/** Lines, named at their ends. Returns where they end. */
export function drawLines({ chart, pen, scale, numbers }: ChartSheet, top: number): number {
  const { columns, rows } = chart.data;
  const ticks = scale.ticks.map(({ value }) => numbers.tick(value));
  const start = EDGE + 16 + Math.max(...ticks.map((text) => textWidth(text, 20)));
  const end = WIDTH - EDGE - ENDS - 16;
  const height = (value: number) => Math.round((top + (1 - scale.place(value)) * HEIGHT) * 10) / 10;
  for (const { value } of scale.ticks) {
    const y = height(value);
    pen.rule([start, y], [end, y], value === 0 ? colors.quiet : colors.rule);
    pen.write(start - 12, y + 7, numbers.tick(value), {
      ...{ size: 20, color: colors.quiet, anchor: 'end' },
    });
  }
  const labels = rows.map(({ label }) => label);
  const places = rowPlaces(labels);
  const across = (row: number) => start + (places[row] ?? 0) * (end - start);
  const widest = Math.max(...labels.map((label) => textWidth(label, 20)));
  const gap = Math.min(0.5, (widest + 20) / (end - start));
  const isShort = widest <= MAX_BESIDE;
  const shown = shownLabels(places, gap, isShort ? gap : gap * 1.5);
  let below = 0;
  for (const row of shown) {
    const lines = wrapText(labels[row] ?? '', { size: 20, width: (end - start) / 2 - 20, most: 3 });
    below = Math.max(below, lines.length);
    const place = places[row] ?? 0;
    for (const [line, text] of lines.entries())
      pen.write(across(row), top + HEIGHT + 34 + line * 26, text, {
        ...{ size: 20, color: colors.quiet },
        anchor: isShort ? 'middle' : anchorAt(place),
      });
  }
  const ends = columns.flatMap(({ label }, column) => {
    const points = rows.map(({ values }, row): [number, number] | null => {
      const value = values[column] ?? null;
      return value === null ? null : [across(row), height(value)];
    });
    pen.line(column, points);
    const last = points.findLastIndex((point) => point !== null);
    for (const [row, point] of points.entries()) {
      const isAlone = (points[row - 1] ?? null) === null && (points[row + 1] ?? null) === null;
      if (point !== null && (rows.length <= MAX_MARKS || row === last || isAlone))
        pen.mark(column, ...point);
    }
    const value = rows[last]?.values[column] ?? null;
    if (value === null) return [];
    const name = columns.length === 1 ? '' : `${label} `;
    const lines = wrapText(name + numbers.short(value), { size: SIZE, width: ENDS, most: 4 });
    return [{ column, lines, at: height(value) - top, height: lines.length * LEADING + 6 }];
  });
  const tops = apart(ends, HEIGHT + LEADING);
  for (const [index, { column, lines }] of ends.entries())
    for (const [line, text] of (tops === null ? [] : lines).entries())
      pen.write(end + 20, top + (tops?.[index] ?? 0) + 22 + line * LEADING, text, {
        ...{ size: SIZE, weight: 600, color: pen.colorOf(column) },
      });
  return top + HEIGHT + 20 + below * 26;
}
