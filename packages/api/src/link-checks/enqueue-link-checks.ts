import { addJob } from '@viewpoints/db/editorial/jobs';
import type { Command } from '../command.ts';

/**
 * Has the links of an article checked that goes into review: whoever reviews it is told which do not
 * work. A draft is not checked, so that no other site learns of what somebody only tries out.
 */
export async function enqueueLinkChecks(
  { tx, externalServices }: Command,
  articleId: string,
): Promise<void> {
  if (externalServices?.linkChecks == null) return;
  await addJob(tx, 'check_links', { articleId }, { key: `check_links ${articleId}` });
}
