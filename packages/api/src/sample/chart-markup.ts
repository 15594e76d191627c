import { type Chart, ChartKind } from '@viewpoints/domain/document/blocks/chart';

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/**
 * A chart: `%lines Its title`, then a line for each of `id:`, `unit:`, `shows:`, `source:` and `note:`, then its
 * rows as a table with its head. An empty cell is no value.
 */
export function chartFromMarkup([first = '', ...lines]: readonly string[]): Chart {
  const [, kind, title = ''] = /^%(\w+) (.+)$/.exec(first) ?? [];
  const given = new Map(
    lines.flatMap((line) => {
      const [, name = '', words = ''] = /^(id|unit|shows|source|note): (.+)$/.exec(line) ?? [];
      return name === '' ? [] : [[name, words]];
    }),
  );
  const [head = [], ...rows] = lines.filter((line) => line.startsWith('|')).map(cellsOf);
  return {
    type: 'chart',
    attrs: {
      ...{ id: given.get('id') ?? '', kind: ChartKind.parse(kind), title, fromZero: true },
      ...{ description: given.get('shows') ?? '', unit: given.get('unit') ?? null },
      ...{ source: given.get('source') ?? '', sourceUrl: null, note: given.get('note') ?? null },
      data: {
        heading: head[0] || null,
        columns: head.slice(1).map((label) => ({ label })),
        rows: rows.map(([label = '', ...values]) => ({
          label,
          values: values.map((value) => (value === '' ? null : Number(value))),
        })),
      },
    },
  };
}
