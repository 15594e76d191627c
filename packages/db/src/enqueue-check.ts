import { connectEditorial, inTransaction } from './client.ts';
import { addJob } from './editorial/jobs.ts';
import { countUncheckedArticles } from './published/unchecked-articles.ts';

/**
 * Has everything that was published before its texts were kept checked in jobs; nothing where there
 * is none, or where the job waits already.
 */
export async function enqueueCheck(databaseUrl: string): Promise<void> {
  const db = connectEditorial(databaseUrl, { poolSize: 1 });
  try {
    if ((await countUncheckedArticles(db)) === 0) return;
    await inTransaction(db, (tx) => addJob(tx, 'check_articles', {}, { key: 'check_articles' }));
  } finally {
    await db.$disconnect();
  }
}
