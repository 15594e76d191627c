import { type EditorialDatabase, inTransaction, type Transaction } from '@viewpoints/db/client';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { Prisma } from '@viewpoints/db/generated/client';
import { FOLD_VERSION } from '@viewpoints/domain/attribution/fold-mention';

/** Whether no texts of a published article `a` are kept, or only such as another version folded. */
export const isUnchecked = Prisma.sql`
  NOT EXISTS (SELECT FROM public_text t WHERE t.article_id = a.id AND t.fold = ${FOLD_VERSION})`;

/**
 * Published articles that nobody has checked yet, retracted ones among them, by id from the last
 * on; `before` leaves out that id and those after it.
 */
export async function listUncheckedArticles(
  db: Transaction,
  { before, limit }: { before: string | null; limit: number },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id::text FROM published_article a
    WHERE (${before}::uuid IS NULL OR a.id < ${before}::uuid)
      AND ${isUnchecked}
    ORDER BY a.id DESC LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** How many published articles nobody has checked yet. */
export async function countUncheckedArticles(db: Transaction): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM published_article a
    WHERE ${isUnchecked}`;
  return row?.count ?? 0;
}

/**
 * Has everything that was published before its texts were kept checked in jobs; nothing where there
 * is none, or where the job waits already.
 */
export async function enqueueCheck(db: EditorialDatabase): Promise<void> {
  if ((await countUncheckedArticles(db)) === 0) return;
  await inTransaction(db, (tx) => addJob(tx, 'check_articles', {}, { key: 'check_articles' }));
}
