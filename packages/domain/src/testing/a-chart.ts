import type { Chart } from '../document/blocks/chart.ts';
import { idOf } from './builders.ts';

/** A chart with two columns and two rows, and a value that is missing. */
export const aChart = (changed: Partial<Chart['attrs']> = {}): Chart => ({
  type: 'chart',
  attrs: {
    ...{ id: idOf(301), kind: 'bars', title: 'Water in the marsh', unit: 'metres' },
    ...{ description: 'The gauge fell by half', fromZero: true, source: 'The gauge book' },
    ...{ sourceUrl: 'https://weir.example/gauge', note: 'Read at noon' },
    data: {
      heading: 'Month',
      columns: [{ label: 'Upper gauge' }, { label: 'Lower gauge' }],
      rows: [
        { label: 'March', values: [4, null] },
        { label: 'April', values: [-2.5, 1] },
      ],
    },
    ...changed,
  },
});

/** The data of a chart with one column, from the label and the number of each row. */
export const chartRows = (
  rows: readonly (readonly [string, number | null])[],
  column = 'Metres',
): Chart['attrs']['data'] => ({
  heading: null,
  columns: [{ label: column }],
  rows: rows.map(([label, value]) => ({ label, values: [value] })),
});
