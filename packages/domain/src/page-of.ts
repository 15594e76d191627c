/**
 * One page of a list; `nextCursor` fetches the next one and is null on the last. The API's clients
 * see the cursor as an opaque string, its queries as the position that it encodes. `count` is
 * present if requested: the rows of the whole list, counted up to one beyond `maximumCount`.
 */
export type PageOf<T, Cursor = string> = {
  items: T[];
  nextCursor: Cursor | null;
  count?: number;
};
