/** Whether a table only lays out a page, so that its cells are to be read one after another. */
export function laysOutPage(table: HTMLElement): boolean {
  const cellCount = rows(table).reduce((count, row) => count + cells(row).length, 0);
  return table.getAttribute('role') === 'presentation' || cellCount <= 1;
}

/**
 * The table, rebuilt.
 * @param readCell returns only paragraphs for the content of a cell
 */
export function rebuildTable(
  source: HTMLElement,
  document: Document,
  readCell: (cell: HTMLElement) => Element[],
): HTMLElement {
  const table = document.createElement('table');
  for (const sourceRow of rows(source)) {
    const row = document.createElement('tr');
    for (const cell of cells(sourceRow)) row.append(rebuildCell(cell, document, readCell(cell)));
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

function rebuildCell(source: HTMLElement, document: Document, content: Element[]): HTMLElement {
  const inHead = source.closest('thead') !== null;
  const cell = document.createElement(inHead ? 'th' : source.localName);
  for (const name of ['colspan', 'rowspan']) {
    const value = source.getAttribute(name);
    if (value !== null) cell.setAttribute(name, value);
  }
  cell.append(...(content.length > 0 ? content : [document.createElement('p')]));
  return cell;
}
