import { Chart, type ChartKind } from '@viewpoints/domain/document/blocks/chart';
import {
  type CellProblem,
  type Cells,
  cellsOf,
  emptyCells,
  readCells,
} from './chart-grid-cells.ts';
import type { DecimalSign } from './written-numbers.ts';

/** A chart as it is being entered. */
export type ChartForm = {
  kind: ChartKind;
  title: string;
  description: string;
  unit: string;
  fromZero: boolean;
  cells: Cells;
  decimal: DecimalSign;
  source: string;
  sourceUrl: string;
  note: string;
};

export const emptyForm: ChartForm = {
  ...{ kind: 'bars', title: '', description: '', unit: '', fromZero: false },
  ...{ cells: emptyCells, decimal: null, source: '', sourceUrl: '', note: '' },
};

/** A chart that is there, with its numbers as programs write them. */
export const formOf = (chart: Chart['attrs']): ChartForm => ({
  ...{ kind: chart.kind, title: chart.title, description: chart.description },
  ...{ unit: chart.unit ?? '', fromZero: chart.fromZero, cells: cellsOf(chart), decimal: '.' },
  ...{ source: chart.source, sourceUrl: chart.sourceUrl ?? '', note: chart.note ?? '' },
});

export type FormField = 'title' | 'description' | 'source' | 'sourceUrl' | 'unit' | 'note';

/** What is entered as a chart, or what is wrong with it, in sentences. */
export type ReadForm = {
  chart: Chart['attrs'] | null;
  /** The chart as far as it can be drawn yet. */
  drawn: Chart['attrs'] | null;
  fields: Partial<Record<FormField, string>>;
  cells: CellProblem[];
};

const lacking: Partial<Record<FormField, string>> = {
  title: 'Say what the chart is about.',
  description: 'Describe what it shows, for those who cannot see it.',
  source: 'Say where the numbers are from.',
  sourceUrl: 'Use a full web address beginning with https://.',
};

export function readForm(form: ChartForm, id: string): ReadForm {
  const { data, problems } = readCells(form.cells, form.decimal);
  const cells = [...problems];
  if (
    form.kind === 'ranges' &&
    data !== null &&
    (data.columns.length < 2 || data.columns.length > 3)
  )
    cells.push({
      ...{ row: 0, column: 1 },
      says: 'Ranges have a column for the lowest value, one for the highest and, if you like, one for a point between.',
    });
  const attrs = {
    ...{ id, kind: form.kind, title: form.title.trim(), description: form.description.trim() },
    ...{ unit: form.unit.trim() || null, fromZero: form.fromZero, data },
    ...{ source: form.source.trim(), note: form.note.trim() || null },
    sourceUrl: form.sourceUrl.trim() || null,
  };
  const read = Chart.shape.attrs.safeParse(attrs);
  const fields: ReadForm['fields'] = {};
  for (const { path, message } of read.error?.issues ?? []) {
    const field = path[0] as FormField | 'data';
    if (field !== 'data')
      fields[field] ??= attrs[field]
        ? said(lacking[field] ?? message, field, message)
        : (lacking[field] ?? message);
    else if (data !== null)
      cells.push({
        row: path[1] === 'rows' ? Number(path[2]) + 1 : 0,
        column: path[1] === 'columns' ? Number(path[2]) + 1 : 0,
        says: sentence(message),
      });
  }
  const words = { title: '…', description: '…', source: '…' };
  const drawable = Chart.shape.attrs.safeParse({
    ...{ ...attrs, ...words, note: null, sourceUrl: null },
    ...Object.fromEntries(
      Object.keys(words).flatMap((name) => {
        const value = attrs[name as keyof typeof words];
        return value === '' || fields[name as FormField] ? [] : [[name, value]];
      }),
    ),
  });
  return {
    chart: cells.length === 0 && read.success ? read.data : null,
    drawn: cells.length === 0 && drawable.success ? drawable.data : null,
    ...{ fields, cells },
  };
}

/** What is there but wrong is too long, except an address. */
const said = (lacks: string, field: FormField, message: string): string =>
  field === 'sourceUrl' ? lacks : sentence(message);

const sentence = (message: string): string =>
  `${message.slice(0, 1).toUpperCase()}${message.slice(1)}.`;
