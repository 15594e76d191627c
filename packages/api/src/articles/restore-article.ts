import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { isInTrash } from '@viewpoints/db/editorial/trash';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { reason } from '@viewpoints/domain/refusal';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { ProblemError } from '../problem.ts';
import type { Input, OneArticle } from './article-inputs.ts';
import { lockExistingArticle, step } from './lock-article.ts';

/** Brings an archived article back as a draft. */
export function restoreArticle(
  ctx: CommandContext,
  { id }: Input<typeof OneArticle>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const locked = await lockExistingArticle(command, id);
    permit(command, 'article.restore', articleSubject(locked));
    if (await isInTrash(command.tx, id))
      throw new ProblemError('in_use', [
        reason('in_trash', 'It is in the trash: restore it there.'),
      ]);
    const { to } = step(locked, 'restore');
    const article = await updateWorkflowColumns(command.tx, locked, { state: to, publishAt: null });
    await record(command, 'article.restore', ['article', id]);
    return article;
  });
}
