import { z } from 'zod';
import { type EditorialDatabase, inTransaction, type Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { addJob } from './jobs.ts';

/** A stored picture that has not been looked at since pictures are cleaned of all but themselves. */
export type UncleanedMedia = { id: string; path: string; mediaType: string };

/** The next pictures that wait to be cleaned, in order of their ids. */
export async function listUncleanedMedia(
  db: Transaction,
  limit: number,
): Promise<UncleanedMedia[]> {
  return db.media.findMany({
    where: { cleaning: 'pending' },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true, path: true, mediaType: true },
  });
}

/**
 * Locks a picture that waits to be cleaned, so that it is neither removed nor cleaned by another
 * worker before the transaction ends; false if either has happened.
 */
export async function lockUncleanedMedia(tx: Transaction, id: string): Promise<boolean> {
  const rows = await parseRowsIn(
    tx,
    z.object({ id: z.string() }),
    Prisma.sql`
    SELECT id::text FROM media WHERE id = ${id}::uuid AND cleaning = 'pending' FOR UPDATE`,
  );
  return rows.length === 1;
}

/** The facts of a file now: size in bytes, dimensions in pixels, and the SHA-256 in hex. */
export type MediaFacts = { byteSize: number; width: number; height: number; sha256: string };

/** Records that the file of a locked picture has no metadata. */
export async function markMediaCleaned(
  tx: Transaction,
  id: string,
  facts: Partial<MediaFacts>,
): Promise<void> {
  await tx.media.update({ where: { id }, data: { ...facts, cleaning: 'done' } });
}

/** Records that a locked picture cannot be cleaned, since its file cannot be read. */
export async function markMediaUncleanable(tx: Transaction, id: string): Promise<void> {
  await tx.media.update({ where: { id }, data: { cleaning: 'failed' } });
}

/** Ids of the articles that show a picture to readers. */
export async function listArticlesShowing(tx: Transaction, mediaId: string): Promise<string[]> {
  const rows = await tx.publishedMedia.findMany({
    where: { mediaId },
    select: { articleId: true },
    orderBy: { articleId: 'asc' },
  });
  return rows.map(({ articleId }) => articleId);
}

/**
 * Enqueues the cleaning of stored pictures if some still need it. Those that failed are retried at
 * each start. Enqueued twice, it is one job.
 */
export async function queueMediaCleaning(db: EditorialDatabase): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.media.updateMany({ where: { cleaning: 'failed' }, data: { cleaning: 'pending' } });
    if ((await listUncleanedMedia(tx, 1)).length > 0)
      await addJob(tx, 'clean_media', {}, { key: 'clean_media' });
  });
}
