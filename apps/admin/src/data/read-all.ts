import type { PageOf } from '@viewpoints/domain/page-of';

/** Every page of a list that is small by nature, such as a tree or a menu; stops at 2,000. */
export async function readAll<T>(
  read: (cursor: string | undefined) => Promise<PageOf<T>>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && items.length < 2000);
  return items;
}
