import { addJob } from '@viewpoints/db/editorial/jobs';
import type { Command } from '../command.ts';

/**
 * Has the links of a submitted revision checked, so that its reviewers see which lead nowhere. What is
 * written afterwards is not checked: no other site learns of what somebody only tries out.
 */
export async function enqueueLinkChecks(
  { tx, externalServices }: Command,
  revisionId: string,
): Promise<void> {
  if (externalServices?.linkChecks == null) return;
  await addJob(tx, 'check_links', { revisionId });
}
