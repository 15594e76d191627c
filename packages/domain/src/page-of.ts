/**
 * One page of a list; `nextCursor` asks for the next one and is null on the last. Callers of the
 * API have the cursor as an opaque string, its queries as the position that it stands for. `count`
 * is there where it was asked for: how many rows the whole list has, counted to one beyond
 * `maximumCount`.
 */
export type PageOf<T, Cursor = string> = {
  items: T[];
  nextCursor: Cursor | null;
  count?: number;
};
