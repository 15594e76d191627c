import { addJob } from '@viewpoints/db/editorial/jobs';
import type { Command } from '../command.ts';

/**
 * Enqueues a check of the links of a submitted revision, so that its reviewers see which are
 * broken. Later edits are not checked: no other site is contacted about unfinished work.
 */
export async function enqueueLinkChecks(
  { tx, externalServices }: Command,
  revisionId: string,
): Promise<void> {
  if (externalServices?.linkChecks == null) return;
  await addJob(tx, 'check_links', { revisionId });
}
