import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { deleteAssignment } from '@viewpoints/db/editorial/assignments';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { withAnnouncement } from '@viewpoints/published/changes/announce';
import { deletePublication } from '@viewpoints/published/project/published-history';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { dropSuggestions } from '../suggestions/drop-suggestions.ts';
import { forgetDeletedWords } from '../working-copy/compact-copy.ts';
import type { Input, OneArticle } from './article-inputs.ts';
import { lockExistingArticle, step } from './lock-article.ts';

/** Puts an article away: readers find nothing at its address, editors can bring it back. */
export function archiveArticle(
  ctx: CommandContext,
  { id }: Input<typeof OneArticle>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    const locked = await lockExistingArticle(command, id);
    permit(command, 'article.archive', articleSubject(locked));
    if (locked.state === 'archived') return locked;
    const { to } = step(locked, 'archive');
    if (locked.liveRevisionId !== null)
      await withAnnouncement(tx, id, at, () => deletePublication(tx, id));
    const article = await updateWorkflowColumns(tx, locked, {
      state: to,
      liveRevisionId: null,
      approvedRevisionId: null,
      approvedBy: null,
    });
    await deleteAssignment(tx, id);
    const gone = await dropSuggestions(command, article);
    await forgetDeletedWords(command, id);
    await record(command, 'article.archive', ['article', id], gone);
    return article;
  });
}
