import type { Transaction } from '@viewpoints/db/client';

/** The address that readers have of a page until now; null for none. */
export async function pathBefore(tx: Transaction, id: string): Promise<string | null> {
  const row = await tx.publishedArticle.findUnique({ where: { id }, select: { path: true } });
  return row?.path ?? null;
}

/** Moves the pages under one whose address has changed. */
export async function writePathsBelow(
  tx: Transaction,
  before: string,
  path: string,
): Promise<void> {
  if (before === path) return;
  await tx.$executeRaw`
    UPDATE published_article SET path = ${path} || substr(path, ${before.length + 1})
    WHERE starts_with(path, ${`${before}/`})`;
}

/** Ids of the pages that readers have: of these any may mention what any source protects. */
export async function listPublishedPageIds(tx: Transaction): Promise<string[]> {
  const rows = await tx.publishedArticle.findMany({
    where: { path: { not: null } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
