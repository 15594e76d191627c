import { isDeepStrictEqual } from 'node:util';
import { contentOf } from '@viewpoints/db/editorial/article-rows';
import { updateStanding } from '@viewpoints/db/editorial/articles';
import { findRevision } from '@viewpoints/db/editorial/revisions';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { reason } from '@viewpoints/domain/refusal';
import { type Command, type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound, ProblemError } from '../problem.ts';
import type { Input, NameRevision } from './article-inputs.ts';
import { cutRevision } from './cut-revision.ts';
import { holdArticle, step } from './hold-article.ts';

/**
 * Approves what is in review. The revision named must still be what the working copy says; the
 * approval names one of its own, with the findings as they stand.
 */
export function approveArticle(
  ctx: CommandContext,
  { id, revisionId }: Input<typeof NameRevision>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const held = await holdArticle(command, id);
    if (held.state === 'approved' && held.approvedRevisionId === revisionId) return held;
    const alone = permit(command, 'article.approve', articleSubject(held));
    const { to } = step(held, 'approve');
    await refuseMovedOn(command, held, revisionId);
    const revision = await cutRevision(command, held, 'approved');
    const article = await updateStanding(command.tx, held, {
      state: to,
      approvedRevisionId: revision.id,
      approvedBy: command.acting.id,
    });
    await record(command, 'article.approve', ['article', id], {
      revisionId: revision.id,
      ...alone,
    });
    return article;
  });
}

async function refuseMovedOn({ tx }: Command, article: Article, revisionId: string): Promise<void> {
  const revision = await findRevision(tx, revisionId);
  if (revision === null || revision.articleId !== article.id) throw notFound('revision');
  if (isDeepStrictEqual(revision.content, contentOf(article))) return;
  throw new ProblemError('stale', [
    reason(
      'revision_moved_on',
      'The article was edited after this revision: read it again.',
      null,
      {
        revisionId,
      },
    ),
  ]);
}
