import type { Chart, ChartData } from '@viewpoints/domain/document/blocks/chart';
import { maxColumns, maxRows } from '@viewpoints/domain/document/blocks/chart';
import { chartRecords } from '@viewpoints/domain/document/chart-records';
import { type DecimalSign, readNumbers } from './written-numbers.ts';

/** The cells as they were typed: the first line has the heads of columns, the first of each the row's label. */
export type Cells = readonly (readonly string[])[];

/** What is wrong with a cell, or with the table where it has no place. */
export type CellProblem = { row: number; column: number; says: string };

export const emptyCells: Cells = [
  ['', ''],
  ['', ''],
  ['', ''],
];

export const cellsOf = ({ data }: Pick<Chart['attrs'], 'data'>): Cells => chartRecords({ data });

export const setCell = (cells: Cells, row: number, column: number, text: string): Cells =>
  cells.map((line, r) => (r === row ? line.map((cell, c) => (c === column ? text : cell)) : line));

export const addRow = (cells: Cells): Cells =>
  cells.length > maxRows ? cells : [...cells, (cells[0] ?? []).map(() => '')];

export const addColumn = (cells: Cells): Cells =>
  (cells[0]?.length ?? 0) > maxColumns ? cells : cells.map((line) => [...line, '']);

export const removeRow = (cells: Cells, row: number): Cells => cells.filter((_, at) => at !== row);

export const removeColumn = (cells: Cells, column: number): Cells =>
  cells.map((line) => line.filter((_, at) => at !== column));

/** Changes places with the next one. */
export const swapRows = (cells: Cells, row: number): Cells => swap(cells, row);
export const swapColumns = (cells: Cells, column: number): Cells =>
  cells.map((line) => swap(line, column));

function swap<T>(list: readonly T[], at: number): T[] {
  const [one, other] = [list[at], list[at + 1]];
  return one === undefined || other === undefined
    ? [...list]
    : list.with(at, other).with(at + 1, one);
}

/** Puts a table in from a cell on; from the first it takes the place of all. Null where it does not fit. */
export function pasteCells(
  cells: Cells,
  row: number,
  column: number,
  pasted: readonly (readonly string[])[],
): Cells | null {
  const isWhole = row === 0 && column === 0;
  const width = Math.max(isWhole ? 2 : (cells[0]?.length ?? 0), column + (pasted[0]?.length ?? 0));
  const height = Math.max(isWhole ? 2 : cells.length, row + pasted.length);
  if (width > maxColumns + 1 || height > maxRows + 1) return null;
  return Array.from({ length: height }, (_, r) =>
    Array.from(
      { length: width },
      (_, c) => pasted[r - row]?.[c - column] ?? (isWhole ? '' : (cells[r]?.[c] ?? '')),
    ),
  );
}

/** Whether every number is a share: then the sign is the unit of all. */
export function sharesIn(pasted: readonly (readonly string[])[]): string[][] | null {
  const isShare = (cell: string) => /^[^%٪]*\d[^%٪]*[%٪]$/u.test(cell);
  const values = pasted.slice(1).flatMap((line) => line.slice(1).filter((cell) => cell !== ''));
  if (values.length === 0 || !values.every(isShare)) return null;
  return pasted.map((line, row) =>
    line.map((cell, column) => (row > 0 && column > 0 ? cell.replace(/\s*[%٪]$/u, '') : cell)),
  );
}

/** Reads the cells as the data of a chart, without empty rows; null if there are problems. */
export function readCells(
  cells: Cells,
  decimal: DecimalSign,
): { data: ChartData | null; problems: CellProblem[] } {
  const [head = [], ...lines] = cells;
  const [heading = '', ...columns] = head;
  const rows = lines
    .map((line, at) => ({ line, row: at + 1 }))
    .filter(({ line }) => line.some((cell) => cell.trim() !== ''));
  const problems: CellProblem[] = [];
  const width = columns.length;
  const numbers = readNumbers(
    rows.flatMap(({ line }) => line.slice(1)),
    decimal,
  );
  for (const [at, label] of columns.entries())
    if (label.trim() === '')
      problems.push({ row: 0, column: at + 1, says: `Name column ${at + 1}.` });
  const read = rows.map(({ line, row }, index) => {
    if ((line[0] ?? '').trim() === '') problems.push({ row, column: 0, says: `Name row ${row}.` });
    const values = numbers.slice(index * width, (index + 1) * width).map((number, at) => {
      if ('value' in number) return number.value;
      problems.push({ row, column: at + 1, says: number.problem });
      return null;
    });
    return { label: line[0] ?? '', values };
  });
  if (rows.length === 0) problems.push({ row: 1, column: 0, says: 'Give at least one row.' });
  const data = {
    heading: heading.trim() || null,
    columns: columns.map((label) => ({ label })),
    rows: read,
  };
  return { data: problems.length > 0 ? null : data, problems };
}
