import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { publishNextVersion, requireNextVersion } from '../publishing/publish-next-version.ts';
import { scheduledChange } from '../publishing/scheduled-change.ts';
import type { Input, PublishArticle } from './article-inputs.ts';
import { correctionDetails } from './correct-article.ts';
import { lockForPublication, step } from './lock-article.ts';
import { requireNoScheduledRelease } from './require-no-scheduled-release.ts';

/**
 * Publishes the approved revision, now. A second call does not publish again, and returns the
 * published article. A scheduled version has the kind and notices that it was scheduled with.
 */
export function publishArticle(
  ctx: CommandContext,
  { id, revisionId, minor: isMinor = false }: Input<typeof PublishArticle>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const locked = await lockForPublication(command, id);
    permit(command, 'article.publish', articleSubject(locked));
    if (locked.state === 'published' && isOut(locked, revisionId)) return locked;
    if (locked.state === 'scheduled') await requireNoScheduledRelease(command, id);
    step(locked, 'publish');
    const publishAt = command.at.toISOString();
    const scheduled = await scheduledChange(command, locked);
    const minor = isMinor || scheduled.minor;
    const next = await requireNextVersion(
      ...([command, locked, { revisionId, publishAt }, { ...scheduled, minor }] as const),
    );
    const { article, revision, version } = await publishNextVersion(command, next, publishAt);
    await record(command, 'article.publish', ['article', id], {
      ...{ revisionId: revision.id, version },
      ...(minor ? { minor } : {}),
      ...(next.notices.length > 0 ? correctionDetails(next) : {}),
    });
    return article;
  });
}

const isOut = ({ approvedRevisionId, liveRevisionId }: Article, revisionId: string): boolean =>
  revisionId === approvedRevisionId || revisionId === liveRevisionId;
