import { listColleagues } from '@viewpoints/db/editorial/accounts';
import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { getWords } from '@viewpoints/db/editorial/contributions';
import { newId } from '@viewpoints/db/editorial/new-id';
import { insertReviewComment } from '@viewpoints/db/editorial/review-comments';
import { findLatestRevisionId } from '@viewpoints/db/editorial/revisions';
import type { Article } from '@viewpoints/domain/articles/article';
import { changesOf } from '@viewpoints/domain/articles/word-approval';
import { type CommandContext, record, requirePermission, runCommand } from '../command.ts';
import type { Input, RequestChanges } from './article-inputs.ts';
import { lockExistingArticle, refuseStale, step } from './lock-article.ts';

/** Sends an article in review back to its author with what should change. */
export function requestChanges(
  ctx: CommandContext,
  { id, seen, comment }: Input<typeof RequestChanges>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const { tx, acting, at, fourEyes } = command;
    const locked = await lockExistingArticle(command, id);
    const words = await getWords(tx, locked);
    const colleagues = await listColleagues(tx);
    const alone = requirePermission(changesOf(acting, words, { fourEyes }, colleagues));
    await refuseStale(command, locked, seen);
    const { to } = step(locked, 'request_changes');
    const revisionId = await findLatestRevisionId(tx, id);
    const commentId = newId();
    await insertReviewComment(tx, {
      id: commentId,
      articleId: id,
      revisionId,
      text: comment,
      by: acting.id,
      at,
    });
    const article = await updateWorkflowColumns(tx, locked, { state: to });
    await record(command, 'article.request_changes', ['article', id], { commentId, ...alone });
    return article;
  });
}
