import type { ReaderDatabase } from '@viewpoints/db/client';
import type { ArchiveMonth } from '@viewpoints/domain/articles/archive-view';
import { getMasthead } from './journal.ts';
import { isShownTranslation } from './shown-translation.ts';

/**
 * The months in which something came out that still stands, newest first; what is the same in
 * several languages counted once where translations stand `together`.
 */
export async function listMonths(
  db: ReaderDatabase,
  { together }: { together: boolean },
): Promise<ArchiveMonth[]> {
  const { timeZone } = await getMasthead(db);
  return db.rows<ArchiveMonth>(
    // Only the months are put into words, not the moment of each article.
    `SELECT to_char(month, 'YYYY-MM') AS month, "articleCount" FROM (
       SELECT date_trunc('month', published_at AT TIME ZONE $1) AS month, count(*)::int AS "articleCount"
       FROM published_article a
       WHERE ${['NOT retracted', ...(together ? [isShownTranslation()] : [])].join(' AND ')} GROUP BY 1
     ) counted ORDER BY counted.month DESC`,
    [timeZone],
  );
}
