import type { Chart } from '@viewpoints/domain/document/blocks/chart';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ChartFigure } from './chart-figure.tsx';

type Attrs = Chart['attrs'];
const attrs: Attrs = {
  ...{ id: '1', kind: 'bars', title: 'Water', description: 'It fell', unit: null },
  ...{ fromZero: false, source: 'Gauge book', sourceUrl: null, note: null },
  data: {
    heading: 'Month',
    columns: [{ label: 'Upper' }, { label: 'Lower' }],
    rows: [
      { label: 'March', values: [4, null] },
      { label: '</svg><script>alert(1)</script>', values: [-2.5, 1] },
    ],
  },
};
const show = (changed: Partial<Attrs> = {}, props: object = {}) =>
  renderToStaticMarkup(
    <ChartFigure
      chart={{ ...attrs, ...changed }}
      anchor="chart-1"
      language="en"
      words={{
        ...{ source: 'Source', noValue: 'No value', data: 'Data' },
        embed: 'Embed this chart',
        files: { csv: 'CSV', svg: 'SVG', png: 'Picture' },
        gaps: (labels) => `No value for ${labels.join('; ')}.`,
      }}
      {...props}
    />,
  );

describe('a chart on a page', () => {
  it.each(['bars', 'dots', 'lines', 'ranges'] as const)(
    'as %s has a title, a description, a table and a source, and neither script nor style',
    (kind) => {
      const html = show({ kind });
      expect(html).toContain('<figure class="chart" id="chart-1" aria-labelledby="chart-1-title"');
      expect(html).toContain('role="img" aria-label="It fell"');
      expect(html).toContain('<th scope="row" dir="auto">March</th><td>4</td><td>No value</td>');
      expect(html).toContain('<bdi>Source:</bdi> <bdi>Gauge book</bdi>');
      expect(html).not.toMatch(/<script| style=|NaN|Infinity|undefined/);
    },
  );

  it('says in words where a drawing has a gap', () => {
    expect(show({ kind: 'bars' })).toContain('class="chart-none" text-anchor="start">No value<');
    expect(show({ kind: 'lines' })).toContain('No value for Lower, March.');
  });

  it('is mirrored where its words are read from right to left', () => {
    const bar = { columns: [{ label: 'x' }], heading: null, rows: [{ label: 'y', values: [4] }] };
    expect(show({ data: bar })).toContain('<rect x="0%" y="4" width="100%"');
    const persian = show({ data: bar, title: 'آب' }, { language: 'fa' });
    const half = { ...bar, rows: [...bar.rows, { label: 'z', values: [1] }] };
    expect(show({ data: half })).toContain('<rect x="0%" y="4" width="25%"');
    expect(show({ data: half, title: 'آب' })).toContain('<rect x="75%" y="4" width="25%"');
    expect(persian).toContain('dir="rtl"');
    expect(persian).toContain('dx="-8"');
    expect(persian).toContain('>۴<');
    expect(show({ data: { ...bar, rows: [{ label: 'y', values: [-4] }] } })).toContain('x="0%"');
  });

  it.each(['bars', 'dots', 'lines', 'ranges'] as const)(
    'as %s is drawn from no value at all, one row, and forty',
    (kind) => {
      const rows = (values: (number | null)[], count: number) =>
        Array.from({ length: count }, (_, row) => ({ label: `Row ${row}`, values }));
      for (const data of [
        { ...attrs.data, rows: rows([null, null], 1) },
        { ...attrs.data, rows: rows([1e15, -1e15], 40) },
        { ...attrs.data, rows: rows([7, 7], 2) },
      ])
        expect(show({ kind, data })).not.toMatch(/NaN|Infinity|undefined/);
    },
  );

  it('leads to its files only where it has some', () => {
    expect(show()).not.toContain('href=');
    expect(
      show({}, { files: { path: '/articles/low-water/charts/1', embed: '<iframe>' } }),
    ).toContain('<a href="/articles/low-water/charts/1.csv">CSV</a>');
  });
});
