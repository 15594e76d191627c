import { addJob } from '@viewpoints/db/editorial/jobs';
import type { Command } from '../command.ts';

/**
 * Has those outside told of what an article changed for readers, once this transaction is kept. A
 * job that waits for the same article stands for both changes.
 */
export async function enqueueSyndication(
  { tx, externalServices: outside }: Pick<Command, 'tx' | 'externalServices'>,
  articleId: string,
): Promise<void> {
  if (outside?.webSubHub != null)
    await addJob(tx, 'ping_hub', { articleId }, { key: `hub:${articleId}` });
  if (outside?.indexNow != null)
    await addJob(tx, 'submit_addresses', { articleId }, { key: `index:${articleId}` });
}
