import type { PageOf } from '@viewpoints/domain/page-of';

type Query<Input, Item> = (
  input: Input,
  options?: { signal?: AbortSignal },
) => Promise<PageOf<Item>>;

/** The API's maximum for one page. */
const pageSize = 100;

type Options = { signal?: AbortSignal };

/**
 * Iterates over a paged list item by item: each page is requested when its first item is needed,
 * and none after the loop ends.
 */
export function everyItem<Input, Item>(query: Query<Input, Item>) {
  const every = everyItemAfter(query);
  return (
    filter?: Omit<Extract<Input, object>, 'cursor' | 'limit'>,
    options?: Options,
  ): AsyncGenerator<Item, void, undefined> =>
    every(filter as Omit<Extract<Input, object>, 'limit'> | undefined, options);
}

/** The same of a list that can be gone on with later: a `cursor` in the filter says where to begin. */
export function everyItemAfter<Input, Item>(query: Query<Input, Item>) {
  return async function* every(
    filter?: Omit<Extract<Input, object>, 'limit'>,
    options: Options = {},
  ): AsyncGenerator<Item, void, undefined> {
    let cursor: string | null = null;
    do {
      const input = { ...filter, limit: pageSize, ...(cursor === null ? {} : { cursor }) };
      const page: PageOf<Item> = await query(input as Input, options);
      yield* page.items;
      cursor = page.nextCursor;
    } while (cursor !== null);
  };
}
