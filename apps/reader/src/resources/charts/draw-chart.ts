import type { Chart } from '@viewpoints/domain/document/blocks/chart';
import { directionOfText } from '@viewpoints/domain/text/direction';
import { chartNumbers } from '@viewpoints/ui/chart/chart-numbers';
import { valueScale } from '@viewpoints/ui/chart/chart-scale';
import { textWidth, wrapText } from '@viewpoints/ui/chart/wrap-text';
import { colors } from '../boards/board-pen.ts';
import { ChartPen, EDGE, WIDTH } from './chart-pen.ts';
import type { ChartSheet } from './chart-sheet.ts';
import { drawLines } from './draw-lines.ts';
import { drawRows } from './draw-rows.ts';

type Options = {
  /** Of the article: its digits. */
  language: string;
  /** Where the chart is from: the journal, the article and its address. */
  from: string;
  words: { source: string; noValue: string };
};

const INNER = WIDTH - 2 * EDGE;

/** Draws a chart as a self-contained SVG: no style, font or picture from elsewhere, and no script. */
export function drawChart(chart: Chart['attrs'], { language, from, words }: Options): string {
  const { title, description, unit, note, source } = chart;
  const direction = directionOfText(`${title} ${description}`);
  const pen = new ChartPen({ title, description, language, direction });
  const scale = valueScale(chart);
  const sheet: ChartSheet = {
    ...{ chart, pen, scale, noValue: words.noValue },
    numbers: chartNumbers(chart, scale.step, language),
  };
  let y = 76;
  for (const text of wrapText(title, { size: 38, width: INNER, most: 4 })) {
    pen.write(EDGE, y, text, { size: 38, weight: 600 });
    y += 46;
  }
  if (unit !== null) {
    pen.write(EDGE, y - 4, unit, { size: 24, color: colors.quiet });
    y += 34;
  }
  y = drawKey(sheet, y + 6);
  y = chart.kind === 'lines' ? drawLines(sheet, y + 30) : drawRows(sheet, y + 30);
  y += 46;
  const below = [note ?? '', `${words.source}: ${source}`, from].filter((text) => text !== '');
  for (const text of below)
    for (const line of wrapText(text, { size: 20, width: INNER, most: 6 })) {
      pen.write(EDGE, y, line, { size: 20, color: colors.quiet });
      y += 28;
    }
  return pen.finish(y + 12);
}

/** Which mark is which column, in as many lines as that takes. */
function drawKey({ chart, pen }: ChartSheet, top: number): number {
  const { kind, data } = chart;
  const [low, high, point] = data.columns;
  if (low === undefined || data.columns.length === 1) return top - 20;
  const entries =
    kind === 'ranges'
      ? [
          { label: `${low.label} – ${high?.label ?? ''}`, column: 0 },
          ...(point === undefined ? [] : [{ label: point.label, column: 2 }]),
        ]
      : data.columns.map(({ label }, column) => ({ label, column }));
  let [start, y] = [EDGE, top];
  for (const { label, column } of entries) {
    const [text = ''] = wrapText(label, { size: 22, width: INNER - 80, most: 1 });
    const width = 58 + textWidth(text, 22) + 30;
    if (start > EDGE && start + width > WIDTH - EDGE) [start, y] = [EDGE, y + 34];
    const middle = y - 8;
    if (kind === 'bars') pen.bar(column, [start, start + 44], y - 18, 20);
    else if (kind === 'ranges' && column === 0) pen.range([start, start + 44], middle);
    else {
      if (kind === 'lines')
        pen.line(column, [
          [start, middle],
          [start + 44, middle],
        ]);
      pen.mark(column, start + 22, middle);
    }
    pen.write(start + 58, y, text, { size: 22 });
    start += width;
  }
  return y;
}
