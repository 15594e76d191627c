import type { Transaction } from '../client.ts';

/** Schedules an announcement of an article for a later time; replaces an earlier one. */
export async function notePendingAnnouncement(
  tx: Transaction,
  { articleId, visibleFrom }: { articleId: string; visibleFrom: Date },
): Promise<void> {
  await tx.pendingAnnouncement.upsert({
    where: { articleId },
    create: { articleId, visibleFrom },
    update: { visibleFrom },
  });
}

/**
 * Takes the note of an announcement that is due away, in the transaction that makes it; false
 * where there is none, since another has made it or its time was moved.
 */
export async function takePendingAnnouncement(
  tx: Transaction,
  articleId: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.pendingAnnouncement.deleteMany({
    where: { articleId, visibleFrom: { lte: now } },
  });
  return count > 0;
}

/** Articles whose announcement is due, those that have waited longest first; 100 at most. */
export async function listDueAnnouncements(db: Transaction, now: Date): Promise<string[]> {
  const rows = await db.pendingAnnouncement.findMany({
    where: { visibleFrom: { lte: now } },
    orderBy: [{ visibleFrom: 'asc' }, { articleId: 'asc' }],
    take: 100,
    select: { articleId: true },
  });
  return rows.map(({ articleId }) => articleId);
}
