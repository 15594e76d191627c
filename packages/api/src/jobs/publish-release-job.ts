import { publishDueRelease } from '../releases/publish-due-release.ts';
import type { JobContext } from './job-context.ts';
import { asSystem } from './system-account.ts';

/** Publishes a scheduled release whose time has come. */
export async function publishReleaseJob(
  context: JobContext,
  { releaseId }: { releaseId: string },
): Promise<void> {
  await publishDueRelease(asSystem(context), releaseId);
}
