import type { PageOf } from '@viewpoints/domain/page-of';

type Query<Input, Item> = (
  input: Input,
  options?: { signal?: AbortSignal },
) => Promise<PageOf<Item>>;

/** As many at a time as the API hands out. */
const pageSize = 100;

/**
 * Makes of a list in pages a list without an end of page: the next page is asked for once its
 * first item is, and no page after the loop is left.
 */
export function everyItem<Input, Item>(query: Query<Input, Item>) {
  return async function* every(
    filter?: Omit<Extract<Input, object>, 'cursor' | 'limit'>,
    options: { signal?: AbortSignal } = {},
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
