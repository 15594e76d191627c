import { connectEditorial, inTransaction } from '@viewpoints/db/client';
import { announceSite } from '../changes/announce.ts';
import { fillChanges } from '../prepare/fill-changes.ts';
import type { FillProgress } from '../prepare/fill-each.ts';
import { fillSearch } from '../prepare/fill-search.ts';
import { enqueueCheck } from '../project/unchecked-articles.ts';

/**
 * Rebuilds what exports leave out, once all rows are imported: the search entries, and the caches
 * of reading sites. If interrupted, the next start of the journal does it.
 */
export async function finishImport(
  databaseUrl: string,
  onProgress?: (progress: FillProgress) => void,
): Promise<void> {
  await fillSearch(databaseUrl, onProgress);
  // An embargo may have ended since the export.
  await fillChanges(databaseUrl);
  const editorial = connectEditorial(databaseUrl, { poolSize: 1 });
  try {
    await enqueueCheck(editorial);
    await inTransaction(editorial, (tx) => announceSite(tx, []));
  } finally {
    await editorial.$disconnect();
  }
}
