import type { Transaction } from '../client.ts';

/** Whom articles belong to, by id; those that there are not are left out. */
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
