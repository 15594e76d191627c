import { Extension, Node } from '@tiptap/core';
import { addRowAfter, goToNextCell, tableEditing } from '@tiptap/pm/tables';
import { Table2 } from 'lucide-react';
import type { EditorBlock } from '../editor-block.ts';
import { insertTable } from '../tables/table-commands.ts';

const roles: Record<string, string> = {
  table: 'table',
  tableRow: 'row',
  tableHeader: 'header_cell',
  tableCell: 'cell',
};

/** Adds what prosemirror-tables looks for, its editing behaviour and its keys. */
const TableEditing = Extension.create({
  name: 'tableEditing',
  extendNodeSchema: (extension) => {
    const tableRole = roles[extension.name];
    return tableRole === undefined ? {} : { tableRole };
  },
  addProseMirrorPlugins: () => [tableEditing()],
  addKeyboardShortcuts() {
    const isInTable = () => this.editor.isActive('table') && !this.editor.isActive('listItem');
    const go = (direction: 1 | -1) =>
      isInTable() && goToNextCell(direction)(this.editor.state, this.editor.view.dispatch);
    /** Behind the last cell there is a new row, not the way out of the text. */
    const goOn = () =>
      isInTable() && addRowAfter(this.editor.state, this.editor.view.dispatch) && go(1);
    return { Tab: () => go(1) || goOn(), 'Shift-Tab': () => go(-1) };
  },
});

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
});

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableHeader | tableCell)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

const cell = (name: 'tableHeader' | 'tableCell', tag: 'th' | 'td') =>
  Node.create({
    name,
    content: 'paragraph+',
    isolating: true,
    addAttributes: () => ({
      colspan: { default: 1, rendered: false },
      rowspan: { default: 1, rendered: false },
      colwidth: { default: null, rendered: false },
    }),
    parseHTML: () => [
      {
        tag,
        getAttrs: (element) => ({
          colspan: span(element, 'colspan', 50),
          rowspan: span(element, 'rowspan', 500),
        }),
      },
    ],
    renderHTML: ({ node }) => [
      tag,
      {
        ...(node.attrs.colspan === 1 ? {} : { colspan: node.attrs.colspan }),
        ...(node.attrs.rowspan === 1 ? {} : { rowspan: node.attrs.rowspan }),
      },
      0,
    ],
  });

function span(element: HTMLElement, name: string, most: number): number {
  const value = Number(element.getAttribute(name) ?? 1);
  return Number.isSafeInteger(value) && value >= 1 ? Math.min(value, most) : 1;
}

const TableHeader = cell('tableHeader', 'th');
const TableCell = cell('tableCell', 'td');

export const table: EditorBlock = {
  extensions: [Table, TableRow, TableHeader, TableCell, TableEditing],
  insertions: [
    {
      id: 'table',
      label: 'Table',
      hint: 'Three by three, with a header row',
      icon: Table2,
      words: 'grid rows columns',
      run: (editor) => insertTable(editor),
    },
  ],
};
