import type { Block } from '@viewpoints/domain/document/blocks';
import { type InlineContext, inlineContent } from './html-inline.ts';
import { attribute, elementsOf, type HtmlElement, isElement, textOfElement } from './html-tree.ts';

type Table = Extract<Block, { type: 'table' }>;
type Cell = Table['content'][number]['content'][number];

const ownRows = (table: HtmlElement): HtmlElement[] =>
  table.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return /^t(?:head|body|foot)$/.test(child.tagName)
      ? child.childNodes.filter(isElement).filter((row) => row.tagName === 'tr')
      : [];
  });

const cellsOf = (row: HtmlElement) =>
  row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th');

/**
 * Whether a table contains data. Pages of the 2000s used tables for layout: those nest, contain
 * paragraphs and long texts, or have a single column.
 */
export function isDataTable(table: HtmlElement): boolean {
  const inside = [...elementsOf(table)];
  if (inside.some(({ tagName }) => tagName === 'table')) return false;
  if (inside.some(({ tagName }) => tagName === 'th' || tagName === 'caption')) return true;
  const rows = ownRows(table).map(cellsOf);
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  const texts = rows.flat().map(textOfElement);
  const filled = texts.filter((text) => text !== '').length;
  return (
    rows.length >= 2 &&
    columns >= 2 &&
    filled >= texts.length * 0.6 &&
    texts.every((text) => text.length <= 200)
  );
}

const span = (cell: HtmlElement, name: string, max: number) => {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, max) : 1;
};

function cellBlock(cell: HtmlElement, context: InlineContext): Cell {
  const content = inlineContent(cell.childNodes, context).filter(
    ({ type }) => type !== 'hardBreak',
  );
  return {
    type: cell.tagName === 'th' ? 'tableHeader' : 'tableCell',
    attrs: {
      colspan: span(cell, 'colspan', 50),
      rowspan: span(cell, 'rowspan', 500),
      colwidth: null,
    },
    content: [{ type: 'paragraph', content }],
  };
}

/** A data table with a paragraph in each cell; null if it has no cells. */
export function tableBlock(table: HtmlElement, context: InlineContext): Table | null {
  const rows = ownRows(table)
    .map(cellsOf)
    .filter((cells) => cells.length > 0)
    .slice(0, 500);
  if (rows.length === 0) return null;
  return {
    type: 'table',
    content: rows.map((cells) => ({
      type: 'tableRow',
      content: cells.map((cell) => cellBlock(cell, context)),
    })),
  };
}
