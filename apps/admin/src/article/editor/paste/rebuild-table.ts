import { blockBuilder } from './block-builder.ts';
import { noMarks } from './pasted-marks.ts';
import { type Rebuild, walkChildren } from './rebuild-pasted.ts';

/** Whether a table only lays out a page, so that its cells are to be read one after another. */
export function laysOutPage(table: HTMLElement): boolean {
  const cellCount = rows(table).reduce((count, row) => count + cells(row).length, 0);
  return table.getAttribute('role') === 'presentation' || cellCount <= 1;
}

/** The table with paragraphs, and nothing else, in its cells. */
export function rebuildTable(source: HTMLElement, to: Rebuild): HTMLElement {
  const table = to.document.createElement('table');
  for (const sourceRow of rows(source)) {
    const row = to.document.createElement('tr');
    for (const cell of cells(sourceRow)) row.append(rebuildCell(cell, to));
    if (row.childElementCount > 0) table.append(row);
  }
  return table;
}

function rows(table: HTMLElement): Element[] {
  return [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
}

function cells(row: Element): HTMLElement[] {
  return [...row.children].filter((cell): cell is HTMLElement => /^t[dh]$/.test(cell.localName));
}

function rebuildCell(source: HTMLElement, to: Rebuild): HTMLElement {
  const inHead = source.closest('thead') !== null;
  const cell = to.document.createElement(inHead ? 'th' : source.localName);
  for (const name of ['colspan', 'rowspan']) {
    const value = source.getAttribute(name);
    if (value !== null) cell.setAttribute(name, value);
  }
  const inside = blockBuilder(to.document, []);
  walkChildren(source, noMarks, inside, to);
  const content = inside.finish();
  cell.append(...(content.length > 0 ? content : [to.document.createElement('p')]));
  return cell;
}
