import type { Register } from '@viewpoints/domain/findings/finding-fields';
import { registerColumns } from '@viewpoints/domain/positions/board-labels';
import type { IssueRow } from '@viewpoints/domain/positions/board-view';
import { BoardCellContent } from './board-cell.tsx';

type Props<Row> = {
  /** What the table is, for those who do not see what is around it. */
  caption: string;
  /** What its rows are: "Actor". */
  rowHeading: string;
  rows: readonly Row[];
  /** The page of a row: that of the position, or of the actor or issue if there is no position. */
  pathOf: (row: Row) => string;
};

/** The columns that say something: whether it was said in public is known of most findings. */
export function columnsOf(rows: readonly IssueRow[]): Register[] {
  const isUnknown = rows.some(({ unknown }) => unknown.findings.length > 0);
  return isUnknown ? ['public', 'private', 'unknown'] : ['public', 'private'];
}

/*
 * Roles are spelled out: on a phone the table is laid out as a list, and browsers stop taking what is
 * not laid out as a table for one.
 */

/** Rows of a stance board, with a column for what was said in public and one for in private. */
export function BoardTable<Row extends IssueRow>({
  caption,
  rowHeading,
  rows,
  pathOf,
}: Props<Row>) {
  const columns = columnsOf(rows);
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table className="board" role="table" data-columns={columns.length}>
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {rowHeading}
          </th>
          {columns.map((register) => (
            <th key={register} scope="col" role="columnheader">
              {registerColumns[register]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.slug} role="row" id={row.slug}>
            <th scope="row" role="rowheader">
              <a href={pathOf(row)} dir="auto">
                {row.name}
              </a>
            </th>
            {columns.map((register) => (
              <td key={register} role="cell" data-kind={row[register].kind}>
                <BoardCellContent cell={row[register]} register={register} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}
