import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { publishNextVersion, requireNextVersion } from '../publishing/publish-next-version.ts';
import type { CorrectArticle, Input } from './article-inputs.ts';
import { lockForPublication, step } from './lock-article.ts';

/** Publishes the approved next revision of a live article with notices of what was corrected. */
export function correctArticle(
  ctx: CommandContext,
  { id, corrections }: Input<typeof CorrectArticle>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const { acting, at } = command;
    const locked = await lockForPublication(command, id);
    permit(command, 'article.correct', articleSubject(locked));
    step(locked, 'correct');
    const { approvedRevisionId: revisionId } = locked;
    const publishAt = locked.publishAt ?? at.toISOString();
    const change = { minor: false, corrections, by: acting.id, setAt: at.toISOString() };
    const next = await requireNextVersion(command, locked, { revisionId, publishAt }, change);
    const { article, revision, version } = await publishNextVersion(command, next, publishAt);
    await record(command, 'article.correct', ['article', id], {
      ...{ revisionId: revision.id, version },
      ...correctionDetails(next),
    });
    return article;
  });
}

/** The audit details of published notices. */
export const correctionDetails = ({ notices }: { notices: readonly { id: string }[] }) => ({
  corrections: notices.length,
  correctionId: notices[0]?.id ?? null,
});
