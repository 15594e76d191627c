import { addJob } from '@viewpoints/db/editorial/jobs';
import type { Command } from '../command.ts';

/**
 * Enqueues notifications of external services about an article's public change; they run after this
 * transaction commits. A waiting job for the same article covers both changes.
 */
export async function enqueueSyndication(
  { tx, externalServices }: Pick<Command, 'tx' | 'externalServices'>,
  articleId: string,
): Promise<void> {
  if (externalServices?.webSubHub != null)
    await addJob(tx, 'ping_hub', { articleId }, { key: `hub:${articleId}` });
  if (externalServices?.indexNow != null)
    await addJob(tx, 'submit_addresses', { articleId }, { key: `index:${articleId}` });
}
