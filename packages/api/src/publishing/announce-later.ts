import { addJob } from '@viewpoints/db/editorial/jobs';
import { notePendingAnnouncement } from '@viewpoints/db/editorial/pending-announcements';
import type { Command } from '../command.ts';

/**
 * Has reading sites told of an article when its embargo ends. The note stays until they have been
 * told, and the sweep looks for notes whose job was lost.
 */
export async function announceLater(
  { tx }: Pick<Command, 'tx'>,
  { articleId, visibleFrom }: { articleId: string; visibleFrom: Date },
): Promise<void> {
  await notePendingAnnouncement(tx, { articleId, visibleFrom });
  const job = { runAt: visibleFrom, key: `announce:${articleId}` };
  await addJob(tx, 'announce_visible', { articleId }, job);
}
