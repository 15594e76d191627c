import {
  connectEditorial,
  type EditorialDatabase,
  inTransaction,
  type Transaction,
} from '@viewpoints/db/client';
import { lockArticles } from '@viewpoints/db/editorial/articles';

/** Progress of a fill: reported before the first, after every thousand articles and after the last. */
export type FillProgress = { done: number; of: number };

const often = 1_000;

/**
 * Does something for each article that lacks it, one transaction each: a run that was interrupted
 * is continued at the next start. Instances may be running meanwhile: publishing waits for one
 * article at most, and a transaction that ended in a deadlock is retried.
 * @returns for how many articles it was done; if that is 0, no progress is reported
 */
export async function fillEach(
  databaseUrl: string,
  {
    listLacking,
    fill,
    onProgress = () => {},
  }: {
    listLacking: (db: EditorialDatabase) => Promise<{ id: string }[]>;
    fill: (tx: Transaction, articleId: string) => Promise<void>;
    onProgress?: ((progress: FillProgress) => void) | undefined;
  },
): Promise<number> {
  const db = connectEditorial(databaseUrl, { poolSize: 1 });
  try {
    const lacking = await listLacking(db);
    const of = lacking.length;
    if (of > 0) onProgress({ done: 0, of });
    for (const [index, { id }] of lacking.entries()) {
      await inTransaction(db, async (tx) => {
        await lockArticles(tx, [id]);
        await fill(tx, id);
      });
      const done = index + 1;
      if (done % often === 0 || done === of) onProgress({ done, of });
    }
    return of;
  } finally {
    await db.$disconnect();
  }
}
