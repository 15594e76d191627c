import { maxColumns, maxRows } from '@viewpoints/domain/document/blocks/chart';

/** A table that was pasted, or the sentence that refuses it. */
export type PastedTable = { cells: string[][] } | { problem: string };

/** More characters than any table that is taken: what is longer is not looked at. */
const MOST = 300_000;

/** Whether a text is a table and not the words of one cell. */
export const isTable = (text: string): boolean => /[\t\n\r]/.test(text.trimEnd());

/**
 * The cells of a text from a spreadsheet: parted by tabs, semicolons or commas, whichever parts its lines
 * alike. Nothing is cut off: what is too much is refused.
 */
export function readPastedTable(text: string): PastedTable {
  if (text.length > MOST) return { problem: tooMuch };
  for (const separator of ['\t', ';', ',']) {
    if (!text.includes(separator)) continue;
    const cells = readCells(text, separator).filter((row) => row.some((cell) => cell !== ''));
    const width = Math.max(...cells.map((row) => row.length));
    // Spreadsheets leave out nothing; a line of another length has a separator within a number.
    const uneven = cells.findIndex((row) => row.length !== width);
    if (uneven >= 0 && separator !== '\t') {
      if (separator === ';') continue;
      return {
        problem: `Line ${uneven + 1} has ${cells[uneven]?.length} cells and others ${width}. Copy it from a spreadsheet, or part cells by semicolons.`,
      };
    }
    return bounded(cells.map((row) => [...row, ...Array(width - row.length).fill('')]));
  }
  return bounded(text.split(/\r\n|\r|\n/).flatMap((line) => (line.trim() ? [[line.trim()]] : [])));
}

const tooMuch = `That is more than a chart takes: ${maxRows} rows and ${maxColumns} columns of numbers.`;

const bounded = (cells: string[][]): PastedTable =>
  cells.length > maxRows + 1 || (cells[0]?.length ?? 0) > maxColumns + 1
    ? { problem: tooMuch }
    : { cells };

/** Cells with quotes as spreadsheets write them (RFC 4180). */
function readCells(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let [cell, isQuoted] = ['', false];
  const endCell = () => {
    rows.at(-1)?.push(cell.replace(/\s+/g, ' ').trim());
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === separator) endCell();
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1;
      endCell();
      rows.push([]);
    } else cell += sign;
  }
  endCell();
  return rows;
}
