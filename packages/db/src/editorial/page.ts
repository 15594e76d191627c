import type { PageOf } from '@viewpoints/domain/page-of';

/** Where a list goes on: the sort key of the last row seen, and its id where keys are equal. */
export type Cursor = { key: string; id: string };
/** A page as a query answers it, before its cursor is encoded for callers. */
export type QueryPage<T> = PageOf<T, Cursor>;
export type PageRequest = { cursor: Cursor | null; limit: number };

/** Makes a page of `limit` out of `limit + 1` rows: the extra one only tells that there are more. */
export function pageOf<Row, T>(
  rows: Row[],
  limit: number,
  { item, cursor }: { item: (row: Row) => T; cursor: (row: Row) => Cursor },
): QueryPage<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    nextCursor: rows.length > limit && last !== undefined ? cursor(last) : null,
  };
}
