import { inTransaction } from '@viewpoints/db/client';
import { announceArticle } from '@viewpoints/db/published/announce';
import type { JobContext } from './tasks.ts';

/** Tells reading sites that an embargo has ended. */
export async function announceVisible(
  { editorial, now }: JobContext,
  { articleId }: { articleId: string },
): Promise<void> {
  await inTransaction(editorial, (tx) => announceArticle(tx, articleId, now()));
}
