import { z } from 'zod';
import { element, escapeMarkup } from '../../text/markup.ts';
import { oneLine } from '../../text/normalise.ts';
import { Id, text, WebAddress } from '../../values.ts';
import { blockKind } from '../block-kind.ts';
import { chartRecords, chartTexts } from '../chart-records.ts';
import { markdownLines } from '../markdown-blocks.ts';
import { linkTokens } from '../markdown-inline.ts';

export const ChartKind = z.enum(['bars', 'dots', 'lines', 'ranges']);
export type ChartKind = z.infer<typeof ChartKind>;

/** How many columns and rows a chart has at most. */
export const maxColumns = 6;
export const maxRows = 200;
/** No number is further from zero: what is larger is given in thousands or millions. */
export const maxValue = 1e15;

const words = (max: number) => text(max).regex(/[^\s\p{Cc}]/u, 'write something here');

export const ChartData = z.strictObject({
  /** What the rows are, such as "Year"; null if that is plain. */
  heading: text(80).nullable(),
  columns: z
    .array(z.strictObject({ label: words(80) }))
    .min(1)
    .max(maxColumns),
  rows: z
    .array(
      z.strictObject({
        label: words(120),
        /** One for each column; null where there is no value. */
        values: z.array(z.number().min(-maxValue).max(maxValue).nullable()).min(1).max(maxColumns),
      }),
    )
    .min(1)
    .max(maxRows),
});
export type ChartData = z.infer<typeof ChartData>;

/** Numbers as a drawing, with a table that says the same. It is drawn when it is shown, never stored. */
export const Chart = z.strictObject({
  type: z.literal('chart'),
  attrs: z.strictObject({
    /** By which its files and its embed are addressed. */
    id: Id,
    kind: ChartKind,
    title: words(200),
    /** What it shows, for those who do not see it. */
    description: text(1000).regex(/[^\s\p{Cc}]/u, 'describe the chart for those who cannot see it'),
    /** Of all its numbers; null where they are counted. */
    unit: text(40).nullable(),
    /** Whether the axis begins at zero; that of bars always does. */
    fromZero: z.boolean(),
    /** In one attribute, so that two people who change it at once do not mix its columns and rows. */
    data: ChartData,
    source: text(300).regex(/[^\s\p{Cc}]/u, 'say where the numbers are from'),
    sourceUrl: WebAddress.nullable(),
    note: text(600).nullable(),
  }),
});
export type Chart = z.infer<typeof Chart>;

const orNull = (value: string | null): string | null =>
  value === null ? null : oneLine(value) || null;

/** A row with as many values as there are columns, and no negative zero. */
const fill = (values: readonly (number | null)[], columns: readonly unknown[]) =>
  columns.map((_, at) => {
    const value = values[at] ?? null;
    return value === null ? null : value + 0;
  });

const plain = (words: string): string => markdownLines([[{ kind: 'text', text: words }]]);
const markdownRow = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => plain(cell).replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;

export const chart = blockKind({
  schema: Chart,
  name: 'chart',
  holds: 'nothing',
  normalise({ attrs, ...block }) {
    const { columns, rows, heading } = attrs.data;
    return [
      {
        ...block,
        attrs: {
          ...attrs,
          title: oneLine(attrs.title),
          description: oneLine(attrs.description),
          unit: orNull(attrs.unit),
          data: {
            heading: orNull(heading),
            columns: columns.map(({ label }) => ({ label: oneLine(label) })),
            rows: rows.map(({ label, values }) => ({
              label: oneLine(label),
              values: fill(values, columns),
            })),
          },
          source: oneLine(attrs.source),
          note: orNull(attrs.note),
        },
      },
    ];
  },
  /** Its table: a feed reader draws nothing, and a picture would say less. */
  html({ attrs }, _, { words }) {
    const { title, description, unit, source, sourceUrl, note } = attrs;
    const [head = [], ...body] = chartRecords(attrs);
    const cells = (name: 'th' | 'td', row: readonly string[]) =>
      row.map((cell) => element(name, name === 'th' ? { scope: 'col' } : {}, escapeMarkup(cell)));
    const table = element(
      'table',
      {},
      element('thead', {}, element('tr', {}, cells('th', head).join(''))) +
        element(
          'tbody',
          {},
          body
            .map(([label = '', ...values]) =>
              element(
                'tr',
                {},
                element('th', { scope: 'row' }, escapeMarkup(label)) +
                  cells(
                    'td',
                    values.map((value) => value || words.chart.noValue),
                  ).join(''),
              ),
            )
            .join(''),
        ),
    );
    const from = escapeMarkup(source);
    const said = [
      ...(note === null ? [] : [escapeMarkup(note)]),
      `${escapeMarkup(words.chart.source)}: ${sourceUrl === null ? from : element('a', { href: sourceUrl }, from)}`,
    ];
    const of = unit === null ? '' : ` (${escapeMarkup(unit)})`;
    return element(
      'figure',
      {},
      element('p', {}, element('strong', {}, escapeMarkup(title)) + of) +
        element('p', {}, escapeMarkup(description)) +
        table +
        element('figcaption', {}, said.join(' ')),
    );
  },
  markdown({ attrs }) {
    const { title, description, unit, source, sourceUrl, note } = attrs;
    const [head = [], ...body] = chartRecords(attrs);
    const from =
      sourceUrl === null
        ? plain(source)
        : markdownLines([linkTokens(sourceUrl, [{ kind: 'text', text: source }])]);
    return [
      `**${plain(title)}**${unit === null ? '' : ` (${plain(unit)})`}`,
      plain(description),
      [markdownRow(head), `|${' --- |'.repeat(head.length)}`, ...body.map(markdownRow)].join('\n'),
      ...(note === null ? [] : [plain(note)]),
      `Source: ${from}`,
    ].join('\n\n');
  },
  links: ({ attrs }) => (attrs.sourceUrl === null ? [] : [attrs.sourceUrl]),
  title: ({ attrs }) => attrs.title,
  texts: ({ attrs }) => chartTexts(attrs),
  attributeTexts: ({ attrs }) => [attrs.title, attrs.kind, ...chartTexts(attrs)],
});
