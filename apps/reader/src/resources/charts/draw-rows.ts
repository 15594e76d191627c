import { textWidth, wrapText } from '@viewpoints/ui/chart/wrap-text';
import { colors } from '../boards/board-pen.ts';
import { EDGE, WIDTH } from './chart-pen.ts';
import type { ChartSheet } from './chart-sheet.ts';

const SIZE = 22;
const LEADING = 28;
const BAR = 26;
const LABELS = 330;
const GAP = 22;

type Row = ChartSheet & { values: readonly (number | null)[]; at: (value: number) => number };

/** Bars, dots and ranges, a row below the other. Returns where they end. */
export function drawRows(sheet: ChartSheet, top: number): number {
  const { chart, pen, scale, numbers } = sheet;
  const { columns, rows } = chart.data;
  const room = 16 + Math.max(...wordsOf(sheet).map((text) => textWidth(text, SIZE)));
  const hasBefore =
    chart.kind === 'ranges' ||
    (chart.kind === 'dots' && columns.length > 1) ||
    rows.some(({ values }) => values.some((value) => value !== null && value < 0));
  const start = EDGE + LABELS + GAP + (hasBefore ? room : 0);
  const end = WIDTH - EDGE - room;
  const at = (value: number) => start + scale.place(value) * (end - start);
  for (const { value } of scale.ticks)
    pen.write(at(value), top, numbers.tick(value), { ...quiet, anchor: 'middle' });
  let y = top + 14;
  const height = chart.kind === 'bars' ? columns.length * (BAR + 3) + 12 : 42;
  const heads = rows.map(({ label }) => wrapText(label, { size: SIZE, width: LABELS, most: 4 }));
  const tops = heads.map((lines) => {
    const begin = y;
    y += Math.max(height, lines.length * LEADING + 10);
    return begin;
  });
  for (const { value } of scale.ticks)
    pen.rule([at(value), top + 12], [at(value), y], value === 0 ? colors.quiet : colors.rule);
  for (const [index, { values }] of rows.entries()) {
    const lines = heads[index] ?? [];
    const [begin = y, next = y] = [tops[index], tops[index + 1] ?? y];
    const middle = (begin + next) / 2;
    for (const [line, text] of lines.entries())
      pen.write(EDGE + LABELS, middle + 7 + (line - (lines.length - 1) / 2) * LEADING, text, {
        ...{ size: SIZE, anchor: 'end' },
      });
    const row = { ...sheet, values: values.slice(0, columns.length), at };
    if (chart.kind === 'bars') drawBars(row, middle);
    else drawPoints(row, middle);
  }
  return y;
}

const quiet = { size: 20, color: colors.quiet };

const wordsOf = ({ chart, numbers, noValue }: ChartSheet): string[] =>
  chart.data.rows.flatMap(({ values }) =>
    values.map((value) => (value === null ? noValue : numbers.short(value))),
  );

function drawBars({ values, at, pen, numbers, noValue }: Row, middle: number): void {
  const top = middle - (values.length * (BAR + 3) - 3) / 2;
  for (const [column, value] of values.entries()) {
    const y = top + column * (BAR + 3);
    if (value !== null) pen.bar(column, [at(0), at(value)], y, BAR);
    const isBefore = value !== null && value < 0;
    pen.write(
      at(value ?? 0) + (isBefore ? -10 : 10),
      y + BAR / 2 + 8,
      value === null ? noValue : numbers.short(value),
      { ...(value === null ? quiet : { size: SIZE }), anchor: isBefore ? 'end' : 'start' },
    );
  }
}

function drawPoints({ chart, values, at, pen, numbers, noValue, scale }: Row, y: number): void {
  const [low = null, high = null, point = null] = values;
  const isRange = chart.kind === 'ranges' && low !== null && high !== null;
  const known = (isRange ? [low, high] : values).filter((value) => value !== null);
  if (known.length === 0) {
    pen.write(at(scale.ticks[0]?.value ?? 0) + 10, y + 8, noValue, quiet);
    return;
  }
  const [from, to] = [at(Math.min(...known)), at(Math.max(...known))];
  if (isRange) {
    pen.range([from, to], y);
    if (point !== null) pen.mark(2, at(point), y);
  } else {
    pen.rule([from, y], [to, y], colors.quiet, 2.5);
    for (const [column, value] of values.entries())
      if (value !== null) pen.mark(column, at(value), y);
  }
  if (from !== to)
    pen.write(from - 14, y + 8, numbers.short(Math.min(...known)), { size: SIZE, anchor: 'end' });
  pen.write(to + 14, y + 8, numbers.short(Math.max(...known)), { size: SIZE });
}
