import { findPendingRelease } from '@viewpoints/db/editorial/releases';
import { reason } from '@viewpoints/domain/refusal';
import type { Command } from '../command.ts';
import { ProblemError } from '../problem.ts';

/**
 * Ends a command that would publish, schedule or unschedule an article by itself while it is to go
 * out with a release: that publishes all of its articles or none. The caller has locked the article.
 */
export async function requireNoScheduledRelease({ tx }: Command, articleId: string): Promise<void> {
  const release = await findPendingRelease(tx, articleId);
  if (release === null || release.publishAt === null) return;
  throw new ProblemError('refused', [
    reason(
      'in_release',
      `It goes out with the release “${release.name}”. Unschedule the release first.`,
      null,
      { releaseId: release.id },
    ),
  ]);
}
