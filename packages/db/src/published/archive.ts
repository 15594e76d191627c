import type { ArchiveMonth } from '@viewpoints/domain/articles/archive-view';
import type { ReaderDatabase } from '../client.ts';
import { getMasthead } from './journal.ts';

/** The months in which something came out that still stands, newest first. */
export async function listMonths(db: ReaderDatabase): Promise<ArchiveMonth[]> {
  const { timeZone } = await getMasthead(db);
  return db.rows<ArchiveMonth>(
    `SELECT to_char(published_at AT TIME ZONE $1, 'YYYY-MM') AS month, count(*)::int AS "articleCount"
     FROM published_article WHERE NOT retracted GROUP BY 1 ORDER BY 1 DESC`,
    [timeZone],
  );
}
