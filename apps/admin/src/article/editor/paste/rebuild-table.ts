import { blockBuilder } from './block-builder.ts';
import { noMarks } from './pasted-marks.ts';
import { type Rebuild, walkChildren } from './rebuild-pasted.ts';

/** The table with paragraphs in its cells; null for one that only laid out a page. */
export function rebuildTable(source: HTMLTableElement, to: Rebuild): HTMLElement | null {
  const sourceRows = [...source.querySelectorAll('tr')].filter(
    (row) => row.closest('table') === source,
  );
  const forLayout = source.getAttribute('role') === 'presentation';
  const cellCount = sourceRows.reduce((count, row) => count + cells(row).length, 0);
  if (forLayout || cellCount <= 1) return null;
  const table = to.document.createElement('table');
  for (const sourceRow of sourceRows) {
    const row = to.document.createElement('tr');
    for (const cell of cells(sourceRow)) row.append(rebuildCell(cell, to));
    if (row.childElementCount > 0) table.append(row);
  }
  return table;
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
