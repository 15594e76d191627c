import type { Editor } from '@tiptap/core';
import { type Command, TextSelection } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  mergeCells,
  splitCell,
  toggleHeaderColumn,
  toggleHeaderRow,
} from '@tiptap/pm/tables';

const size = 3;

/** A table of three rows and columns, the first row a header, with the cursor in its first cell. */
export function insertTable(editor: Editor): boolean {
  const cells = (type: string) =>
    Array.from({ length: size }, () => ({ type, content: [{ type: 'paragraph' }] }));
  const rows = Array.from({ length: size }, (_, row) => ({
    type: 'tableRow',
    content: cells(row === 0 ? 'tableHeader' : 'tableCell'),
  }));
  const at = editor.state.selection.from;
  return editor
    .chain()
    .focus()
    .insertContent({ type: 'table', content: rows })
    .command(({ tr }) => {
      let first: number | null = null;
      tr.doc.nodesBetween(Math.max(0, at - 2), tr.doc.content.size, (node, position) => {
        if (first === null && node.type.name === 'tableHeader') first = position + 2;
        return first === null;
      });
      if (first !== null) tr.setSelection(TextSelection.create(tr.doc, first));
      return true;
    })
    .scrollIntoView()
    .run();
}

/** The commands for the table at the cursor, in the order of the menu. */
export const tableCommands: readonly { label: string; command: Command; danger?: boolean }[] = [
  { label: 'Row above', command: addRowBefore },
  { label: 'Row below', command: addRowAfter },
  { label: 'Column before', command: addColumnBefore },
  { label: 'Column after', command: addColumnAfter },
  { label: 'Toggle header row', command: toggleHeaderRow },
  { label: 'Toggle header column', command: toggleHeaderColumn },
  { label: 'Merge cells', command: mergeCells },
  { label: 'Split cell', command: splitCell },
  { label: 'Delete row', command: deleteRow, danger: true },
  { label: 'Delete column', command: deleteColumn, danger: true },
  { label: 'Delete table', command: deleteTable, danger: true },
];
