import { hasHeaderRow, type Table } from '@viewpoints/domain/document/blocks/table';
import { createElement, type ReactNode } from 'react';

type Props = { table: Table; rows: readonly ReactNode[]; label: string };

/** A table that scrolls by itself where it is wider than the page, by keyboard as well. */
export function TableView({ table, rows, label }: Props) {
  const hasHead = hasHeaderRow(table);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would promise a heading
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls
    <div className="table-scroll" role="region" aria-label={label} tabIndex={0}>
      <table>
        {hasHead ? <thead>{rows[0]}</thead> : null}
        {createElement('tbody', null, ...rows.slice(hasHead ? 1 : 0))}
      </table>
    </div>
  );
}
