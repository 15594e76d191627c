import { addJob } from '@viewpoints/db/editorial/jobs';
import { notePendingAnnouncement } from '@viewpoints/db/editorial/pending-announcements';
import type { Command } from '../command.ts';

/**
 * Schedules an announcement of an article for the end of its embargo. The row stays until it was
 * sent, and the sweep looks for rows whose job was lost.
 */
export async function announceLater(
  { tx }: Pick<Command, 'tx'>,
  { articleId, visibleFrom }: { articleId: string; visibleFrom: Date },
): Promise<void> {
  await notePendingAnnouncement(tx, { articleId, visibleFrom });
  const job = { runAt: visibleFrom, key: `announce:${articleId}` };
  await addJob(tx, 'announce_visible', { articleId }, job);
}
