import {
  connectEditorial,
  type EditorialDatabase,
  inTransaction,
  type Transaction,
} from '@viewpoints/db/client';
import { lockArticles } from '@viewpoints/db/editorial/articles';

/** How far a fill is: told before the first, after every thousand articles and after the last. */
export type FillProgress = { done: number; of: number };

const often = 1_000;

/**
 * Does something for each article that lacks it, one transaction each: a start that is ended
 * half-way goes on from there the next time. Instances may be running meanwhile: whoever publishes
 * an article at that moment is waited for, and a transaction that met theirs in a deadlock is tried
 * again.
 * @returns for how many articles it was done; where it is 0, nothing is told
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
