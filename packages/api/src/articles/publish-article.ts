import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { publishEdition, requirePublishable } from '../publishing/publish-edition.ts';
import { requireMinor } from '../publishing/require-minor.ts';
import type { Input, PublishArticle } from './article-inputs.ts';
import { lockForPublication, step } from './lock-article.ts';
import { requireNoScheduledRelease } from './require-no-scheduled-release.ts';

/**
 * Publishes the approved revision, now. Asked twice, it is published once: the second asker is told
 * that it is out.
 */
export function publishArticle(
  ctx: CommandContext,
  { id, revisionId, minor = false }: Input<typeof PublishArticle>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const locked = await lockForPublication(command, id);
    permit(command, 'article.publish', articleSubject(locked));
    if (locked.state === 'published' && isOut(locked, revisionId)) return locked;
    if (locked.state === 'scheduled') await requireNoScheduledRelease(command, id);
    step(locked, 'publish');
    const publishAt = command.at.toISOString();
    const edition = await requirePublishable(command, {
      ...{ article: locked, revisionId, publishAt, minor },
    });
    if (minor) await requireMinor(command, edition);
    const { article, revision, version } = await publishEdition(command, edition, {
      reason: 'published',
      publishAt,
    });
    await record(command, 'article.publish', ['article', id], {
      ...{ revisionId: revision.id, version },
      ...(minor ? { minor } : {}),
    });
    return article;
  });
}

const isOut = ({ approvedRevisionId, liveRevisionId }: Article, revisionId: string): boolean =>
  revisionId === approvedRevisionId || revisionId === liveRevisionId;
