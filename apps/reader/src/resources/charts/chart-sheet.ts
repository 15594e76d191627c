import type { Chart } from '@viewpoints/domain/document/blocks/chart';
import type { ChartNumbers } from '@viewpoints/ui/chart/chart-numbers';
import type { ValueScale } from '@viewpoints/ui/chart/chart-scale';
import type { ChartPen } from './chart-pen.ts';

/** What a chart is drawn with as a file. */
export type ChartSheet = {
  chart: Chart['attrs'];
  pen: ChartPen;
  scale: ValueScale;
  numbers: ChartNumbers;
  noValue: string;
};
