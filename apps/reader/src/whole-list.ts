import type { PageOf } from './page-of.ts';

/** Pages that are read at most: beyond, a list is nothing to choose from any more. */
const MOST_PAGES = 10;

/** All of a paged list, as far as ten pages of a hundred go. */
export async function wholeList<Item>(
  list: (request: { limit: number; cursor: string | null }) => Promise<PageOf<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  for (let read = 0; read < MOST_PAGES; read += 1) {
    const page: PageOf<Item> = await list({ limit: 100, cursor });
    items.push(...page.items);
    cursor = page.nextCursor;
    if (cursor === null) break;
  }
  return items;
}
