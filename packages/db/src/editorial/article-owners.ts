import type { Transaction } from '../client.ts';

/** The owners of articles, by id; unknown ids are left out. */
export async function listOwners(
  db: Transaction,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.article.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, createdById: true },
  });
  return new Map(rows.map(({ id, createdById }) => [id, createdById]));
}
