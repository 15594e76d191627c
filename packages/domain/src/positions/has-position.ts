import { Register } from '../findings/finding-fields.ts';
import type { IssueRow } from './board-view.ts';

/** Whether a row of a board has a position, now or before: one with null results alone has no page. */
export const hasPosition = (row: IssueRow): boolean =>
  Register.options.some(
    (register) => row[register].findings.length > 0 || row[register].was !== null,
  );
