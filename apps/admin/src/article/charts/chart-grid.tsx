'use client';

import { maxColumns, maxRows } from '@viewpoints/domain/document/blocks/chart';
import { ArrowDown, ArrowUp, ChevronLeft, ChevronRight, Plus, X } from 'lucide-react';
import { type KeyboardEvent, useId, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import {
  addColumn,
  addRow,
  type CellProblem,
  type Cells,
  removeColumn,
  removeRow,
  setCell,
  swapColumns,
  swapRows,
} from './chart-grid-cells.ts';
import { isTable } from './pasted-table.ts';

type Props = {
  cells: Cells;
  onChange: (cells: Cells) => void;
  /** A table was pasted at a cell. */
  onPaste: (row: number, column: number, text: string) => void;
  /** Shown: those of cells, and of what was pasted. */
  problems: readonly CellProblem[];
  refused: string | null;
};

/** A column's letters and numbers as spreadsheets have them would say nothing to a listener: names do. */
function cellLabel(cells: Cells, row: number, column: number): string {
  if (row === 0) return column === 0 ? 'What the rows are' : `Name of column ${column}`;
  if (column === 0) return `Name of row ${row}`;
  return `${cells[row]?.[0] || `Row ${row}`}, ${cells[0]?.[column] || `column ${column}`}`;
}

/** The numbers of a chart, cell by cell or pasted from a spreadsheet. */
export function ChartGrid({ cells, onChange, onPaste, problems, refused }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const hint = useId();
  const width = cells[0]?.length ?? 0;
  const focus = (row: number, column: number) =>
    table.current?.rows[row]?.cells[column]?.querySelector('input')?.focus();
  const goOn = (event: KeyboardEvent, row: number, column: number) => {
    const down = event.key === 'ArrowDown' || event.key === 'Enter';
    if (!down && event.key !== 'ArrowUp') return;
    event.preventDefault();
    focus(down ? row + 1 : row - 1, column);
  };
  /** The focus goes to a cell that stays before what was pressed is gone. */
  const remove = (next: Cells, row: number, column: number) => {
    focus(row, column);
    onChange(next);
  };
  const change = (next: Cells, row: number, column: number) => {
    onChange(next);
    requestAnimationFrame(() => focus(row, column));
  };
  const said = refused === null ? problems.slice(0, 3).map(({ says }) => says) : [refused];
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1 font-medium">Data</legend>
      <p id={hint} className="text-sm text-ink-faint">
        Paste from a spreadsheet into the first cell, or type. Leave a cell empty where there is no
        value.
      </p>
      <div className="overflow-x-auto pb-1">
        <table ref={table} className="border-separate border-spacing-1">
          <tbody>
            {cells.map((line, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
              <tr key={row}>
                {line.map((cell, column) => {
                  const isWrong = problems.some((at) => at.row === row && at.column === column);
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                    <td key={column}>
                      <input
                        aria-label={cellLabel(cells, row, column)}
                        aria-describedby={hint}
                        aria-invalid={isWrong || undefined}
                        value={cell}
                        dir="auto"
                        autoComplete="off"
                        inputMode={row > 0 && column > 0 ? 'decimal' : 'text'}
                        className={classNames(
                          'control py-1',
                          column === 0 ? 'w-40' : 'w-28',
                          (row === 0 || column === 0) && 'font-medium',
                          isWrong && 'border-danger',
                        )}
                        onChange={({ target }) =>
                          onChange(setCell(cells, row, column, target.value))
                        }
                        onKeyDown={(event) => goOn(event, row, column)}
                        onPaste={(event) => {
                          const text = event.clipboardData.getData('text/plain');
                          if (!isTable(text)) return;
                          event.preventDefault();
                          onPaste(row, column, text);
                        }}
                      />
                    </td>
                  );
                })}
                <td className="whitespace-nowrap">
                  {row === 0 ? null : (
                    <>
                      <Icon
                        icon={ArrowUp}
                        label={`Move row ${row} up`}
                        disabled={row === 1}
                        onClick={() => change(swapRows(cells, row - 1), row - 1, 0)}
                      />
                      <Icon
                        icon={ArrowDown}
                        label={`Move row ${row} down`}
                        disabled={row === cells.length - 1}
                        onClick={() => change(swapRows(cells, row), row + 1, 0)}
                      />
                      <Icon
                        icon={X}
                        label={`Remove row ${row}`}
                        disabled={cells.length <= 2}
                        onClick={() => remove(removeRow(cells, row), Math.max(1, row - 1), 0)}
                      />
                    </>
                  )}
                </td>
              </tr>
            ))}
            <tr>
              <td />
              {cells[0]?.slice(1).map((_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={at} className="whitespace-nowrap">
                  <Icon
                    icon={ChevronLeft}
                    label={`Move column ${at + 1} back`}
                    disabled={at === 0}
                    onClick={() => change(swapColumns(cells, at), 0, at)}
                  />
                  <Icon
                    icon={ChevronRight}
                    label={`Move column ${at + 1} on`}
                    disabled={at === width - 2}
                    onClick={() => change(swapColumns(cells, at + 1), 0, at + 2)}
                  />
                  <Icon
                    icon={X}
                    label={`Remove column ${at + 1}`}
                    disabled={width <= 2}
                    onClick={() => remove(removeColumn(cells, at + 1), 0, Math.max(1, at))}
                  />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <div aria-live="polite" className="text-sm text-danger">
        {said.map((each) => (
          <p key={each}>{each}</p>
        ))}
        {refused === null && problems.length > 3 ? <p>And {problems.length - 3} more.</p> : null}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          type="button"
          size="sm"
          icon={Plus}
          disabled={cells.length > maxRows}
          onClick={() => change(addRow(cells), cells.length, 0)}
        >
          Add row
        </Button>
        <Button
          type="button"
          size="sm"
          icon={Plus}
          disabled={width > maxColumns}
          onClick={() => change(addColumn(cells), 0, width)}
        >
          Add column
        </Button>
      </div>
    </fieldset>
  );
}

function Icon(props: { icon: typeof X; label: string; disabled: boolean; onClick: () => void }) {
  const Sign = props.icon;
  return (
    <button
      type="button"
      aria-label={props.label}
      disabled={props.disabled}
      onClick={props.onClick}
      className="rounded-md p-1.5 text-ink-faint hover:bg-hover hover:text-ink disabled:opacity-35"
    >
      <Sign aria-hidden className="size-4" />
    </button>
  );
}
