import type { Table, TableCell, TableHeader } from '@viewpoints/domain/document/blocks/table';
import type { Inline } from '@viewpoints/domain/document/inline';
import { isGone, type WordCell, type WordRow, type WordTable } from '../read/word-blocks.ts';
import { hasAll, withoutCommonMarks } from './convert-inlines.ts';

type Cell = TableCell | TableHeader;
/** The lines of a cell: it holds paragraphs and nothing else. */
type LinesOf = (cell: WordCell) => Inline[][];

/** Most that the schema allows. */
const maxRows = 500;
const maxColspan = 50;

/** A table on its grid, as one table or, if it is very long, as several. */
export function convertTable({ rows: all, firstRow }: WordTable, linesOf: LinesOf): Table[] {
  const kept = all.filter(({ changes }) => !isGone(changes));
  const grid = layOut(kept, linesOf);
  const headed = headerRows(kept, grid, firstRow);
  const rows = grid.flatMap((cells, y) =>
    cells.length === 0
      ? []
      : [{ type: 'tableRow' as const, content: y < headed ? cells.map(asHeader) : cells }],
  );
  const tables: Table[] = [];
  for (let at = 0; at < rows.length; at += maxRows)
    tables.push({ type: 'table', content: rows.slice(at, at + maxRows).map(withinTable) });
  return tables;
}

/** Cells in rows, where one that goes on in the next row is one cell. */
function layOut(rows: readonly WordRow[], linesOf: LinesOf): Cell[][] {
  /** By column, the cell that reaches down to the row before. */
  let above = new Map<number, Cell>();
  return rows.map(({ cells }) => {
    const here = new Map<number, Cell>();
    const row: Cell[] = [];
    const isWholly = cells.every(({ merge }) => merge === 'continue');
    let column = 0;
    for (const cell of cells) {
      const upper = cell.merge === 'continue' ? above.get(column) : undefined;
      const content = linesOf(cell);
      if (upper !== undefined) {
        if (!isWholly) upper.attrs.rowspan += 1;
        if (content.length > 0) upper.content.push(...asParagraphs(content));
        here.set(column, upper);
      } else {
        const made = cellOf(cell, content);
        row.push(made);
        if (cell.merge !== null) here.set(column, made);
      }
      column += cell.colspan;
    }
    above = here;
    return row;
  });
}

const asParagraphs = (lines: Inline[][]): Cell['content'] =>
  lines.map((content) =>
    content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' },
  );

function cellOf({ colspan }: WordCell, lines: Inline[][]): Cell {
  return {
    type: 'tableCell',
    attrs: { colspan: Math.min(colspan, maxColspan), rowspan: 1, colwidth: null },
    content: lines.length > 0 ? asParagraphs(lines) : [{ type: 'paragraph' }],
  };
}

const asHeader = (cell: Cell): TableHeader => ({
  ...cell,
  type: 'tableHeader',
  content: cell.content.map((paragraph) =>
    paragraph.content === undefined
      ? paragraph
      : { ...paragraph, content: withoutCommonMarks(paragraph.content) },
  ),
});

/** How many rows are its head: as Word repeats them on pages, or as the table or its words show. */
function headerRows(rows: readonly WordRow[], grid: Cell[][], firstRow: boolean): number {
  const marked = rows.findIndex(({ header }) => !header);
  if (marked !== 0) return marked < 0 ? Math.min(1, rows.length) : marked;
  if (rows.length < 2) return 0;
  const [first = [], ...rest] = grid;
  const isBold = first.length > 0 && first.every(isBoldCell) && !rest.flat().every(isBoldCell);
  return firstRow || isBold ? 1 : 0;
}

const isBoldCell = ({ content }: Cell): boolean =>
  content.every((paragraph) => hasAll(paragraph.content ?? [], 'strong'));

/** A cell reaches no further down than the table that it is in. */
function withinTable<Row extends Table['content'][number]>(row: Row, at: number, rows: Row[]): Row {
  const most = rows.length - at;
  const content = row.content.map((cell) => ({
    ...cell,
    attrs: { ...cell.attrs, rowspan: Math.min(cell.attrs.rowspan, most) },
  }));
  return { ...row, content };
}
