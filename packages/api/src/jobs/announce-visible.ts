import { inTransaction } from '@viewpoints/db/client';
import { announceArticle } from '@viewpoints/db/published/announce';
import { momentOf } from '../moment.ts';
import { tellOutside } from '../outside/tell-outside.ts';
import type { JobContext } from './tasks.ts';

/** Tells reading sites, and those outside, that an embargo has ended. */
export async function announceVisible(
  { editorial, now, instance }: JobContext,
  { articleId }: { articleId: string },
): Promise<void> {
  await inTransaction(editorial, async (tx) => {
    await announceArticle(tx, articleId, await momentOf({ editorial: tx, now }));
    await tellOutside({ tx, outside: instance?.outside }, articleId);
  });
}
