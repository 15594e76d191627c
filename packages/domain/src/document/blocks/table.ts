import { z } from 'zod';
import { element } from '../../text/markup.ts';
import { blockKind, type ParentNode, type Path, partKind } from '../block-kind.ts';
import { normaliseInlines } from '../normalise-inlines.ts';
import { Paragraph } from './paragraph.ts';

const cellAttrs = z.strictObject({
  colspan: z.int().min(1).max(50),
  rowspan: z.int().min(1).max(500),
  colwidth: z.array(z.int().positive()).nullable(),
});
export const TableHeader = z.strictObject({
  type: z.literal('tableHeader'),
  attrs: cellAttrs,
  content: z.array(Paragraph).min(1),
});
export type TableHeader = z.infer<typeof TableHeader>;
export const TableCell = z.strictObject({
  type: z.literal('tableCell'),
  attrs: cellAttrs,
  content: z.array(Paragraph).min(1),
});
export type TableCell = z.infer<typeof TableCell>;
export const TableRow = z.strictObject({
  type: z.literal('tableRow'),
  content: z.array(z.discriminatedUnion('type', [TableHeader, TableCell])).min(1),
});
export type TableRow = z.infer<typeof TableRow>;
export const Table = z.strictObject({
  type: z.literal('table'),
  content: z.array(TableRow).min(1).max(500),
});
export type Table = z.infer<typeof Table>;

/** Whether the first row of a table is its head. */
export const hasHeaderRow = ({ content }: Table): boolean =>
  content[0]?.content.every(({ type }) => type === 'tableHeader') ?? false;

/** The cells that a header cell is for; null for one without words, such as a table's empty corner. */
export type HeaderScope = 'col' | 'row' | null;

/** A head that cells follow heads its row; one that none follow heads its column. */
export function headerScope(path: Path, row: ParentNode): HeaderScope {
  if (!isRow(row)) return null;
  const index = path.at(-1) ?? 0;
  const isEmpty = row.content[index]?.content.every(({ content }) => !content?.length);
  if (isEmpty) return null;
  return row.content.slice(index).some(({ type }) => type === 'tableCell') ? 'row' : 'col';
}

const isRow = (node: ParentNode): node is TableRow => node?.type === 'tableRow';

const isEmptyRow = (row: TableRow): boolean =>
  row.content.every(
    ({ attrs, content }) =>
      attrs.rowspan === 1 && content.every((paragraph) => paragraph.content === undefined),
  );

/** Whether a cell further up reaches into a row, which has to stay for it then. */
function isSpanned(rows: readonly TableRow[], at: number): boolean {
  return rows
    .slice(0, at)
    .some((row, above) => row.content.some(({ attrs }) => above + attrs.rowspan > at));
}

/** A cell stays even where it is empty: it holds its place in the row. */
function normaliseCell<C extends TableHeader | TableCell>(cell: C): C {
  const content = cell.content.flatMap((paragraph) => {
    const inlines = normaliseInlines(paragraph.content ?? []);
    return inlines.length > 0 ? [{ type: 'paragraph' as const, content: inlines }] : [];
  });
  return { ...cell, content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

export const table = blockKind({
  schema: Table,
  name: 'table',
  holds: 'blocks',
  normalise(block): Table[] {
    const rows = block.content
      .map((row) => ({ ...row, content: row.content.map(normaliseCell) }))
      .filter((row, at, all) => !isEmptyRow(row) || isSpanned(all, at));
    return rows.length > 0 ? [{ type: 'table', content: rows }] : [];
  },
  html(node, rows) {
    const isHeaded = hasHeaderRow(node);
    const head = isHeaded ? element('thead', {}, rows[0] ?? '') : '';
    const body = rows.slice(isHeaded ? 1 : 0);
    return element(
      'table',
      {},
      head + (body.length === 0 ? '' : element('tbody', {}, body.join(''))),
    );
  },
  /** A table with spans on its grid, where a spanned place is an empty cell. */
  markdown(node, rows) {
    const grid: string[][] = node.content.map(() => []);
    node.content.forEach((row, y) => {
      const texts = rows[y]?.split('\n') ?? [];
      let x = 0;
      row.content.forEach(({ attrs }, index) => {
        const reached = grid.slice(y, y + attrs.rowspan);
        while (reached[0]?.[x] !== undefined) x++;
        for (const [dy, places] of reached.entries()) {
          for (let dx = 0; dx < attrs.colspan; dx++) {
            places[x + dx] = dx === 0 && dy === 0 ? (texts[index] ?? '') : '';
          }
        }
      });
    });
    const width = Math.max(1, ...grid.map((row) => row.length));
    const line = (row: string[]) =>
      `| ${Array.from({ length: width }, (_, x) => row[x] ?? '').join(' | ')} |`;
    const [head, ...body] = hasHeaderRow(node) ? grid : [[], ...grid];
    return [line(head ?? []), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n');
  },
});

export const tableRow = partKind<TableRow>()({
  name: 'row',
  holds: 'blocks',
  html: (_, cells) => element('tr', {}, cells.join('')),
  markdown: (_, cells) => cells.join('\n'),
});

const spans = ({ attrs }: TableHeader | TableCell) => ({
  colspan: attrs.colspan === 1 ? null : attrs.colspan,
  rowspan: attrs.rowspan === 1 ? null : attrs.rowspan,
});

/** In a cell, a bar ends it even in code, where it is not escaped otherwise. */
const markdownCell = (_: unknown, paragraphs: string[]): string =>
  paragraphs
    .join(' ')
    .replaceAll('\\\n', ' ')
    .replace(/(?<!\\)\|/g, '\\|');

export const tableHeader = partKind<TableHeader>()({
  name: 'header cell',
  holds: 'blocks',
  becomes: 'cell',
  html(node, children, { path, parent }) {
    const scope = headerScope(path, parent);
    return scope === null
      ? element('td', spans(node), '')
      : element('th', { scope, ...spans(node) }, children.join(''));
  },
  markdown: markdownCell,
});

export const tableCell = partKind<TableCell>()({
  name: 'cell',
  holds: 'blocks',
  becomes: 'cell',
  html: (node, children) => element('td', spans(node), children.join('')),
  markdown: markdownCell,
});
