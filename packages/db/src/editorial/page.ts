import { type ListOrder, maximumCount } from '@viewpoints/domain/desk/list-order';
import type { PageOf } from '@viewpoints/domain/page-of';

/** The cursor of a list: the sort key of the last row seen, and its id for equal keys. */
export type Cursor = { key: string; id: string };
/** A page as a query answers it, before its cursor is encoded for callers. */
export type QueryPage<T> = PageOf<T, Cursor>;
export type PageRequest = { cursor: Cursor | null; limit: number };

/** A page of a list that can be read in another order than the last changed first, and counted. */
export type OrderedRequest = PageRequest & { order?: ListOrder; counted?: boolean };

/** One more than a list counts to: so many rows mean "more than that". */
export const countLimit = maximumCount + 1;

/** Makes a page of `limit` from `limit + 1` rows: the extra one only shows that there are more. */
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
