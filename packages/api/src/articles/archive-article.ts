import { lockArticles, updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { deleteNextStep } from '@viewpoints/db/editorial/assignments';
import { listPublicPagesBelow } from '@viewpoints/db/editorial/pages';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { reason } from '@viewpoints/domain/refusal';
import { withAnnouncement } from '@viewpoints/published/changes/announce';
import { deletePublication } from '@viewpoints/published/project/published-history';
import { type Command, type CommandContext, permit, record, runCommand } from '../command.ts';
import { ProblemError } from '../problem.ts';
import { dropSuggestions } from '../suggestions/drop-suggestions.ts';
import { forgetDeletedWords } from '../working-copy/compact-copy.ts';
import type { Input, OneArticle, SeveralArticles } from './article-inputs.ts';
import { lockExistingArticle, step } from './lock-article.ts';
import { askEach, requireNoneRefused } from './refused-articles.ts';

/** Puts an article away: readers find nothing at its address, editors can bring it back. */
export function archiveArticle(
  ctx: CommandContext,
  { id }: Input<typeof OneArticle>,
): Promise<Article> {
  return runCommand(ctx, async (command) =>
    archiveLocked(command, await lockExistingArticle(command, id)),
  );
}

/**
 * Archives several articles: all of them or, where one is refused, none. Published articles have to be
 * archived one by one, since undoing would not publish them again.
 */
export function archiveArticles(
  ctx: CommandContext,
  { ids }: Input<typeof SeveralArticles>,
): Promise<{ ids: string[] }> {
  return runCommand(ctx, async (command) => {
    await lockArticles(command.tx, ids);
    const articles: Article[] = [];
    for (const id of new Set(ids)) articles.push(await lockExistingArticle(command, id));
    requireNoneRefused(
      command,
      await askEach(articles, async (article) => {
        if (article.liveRevisionId !== null)
          throw new ProblemError('refused', [
            reason('readers_have_it', 'It is published: archive it on its own.'),
          ]);
        await archiveLocked(command, article);
      }),
    );
    return { ids: articles.map(({ id }) => id) };
  });
}

/** The same of an article that the caller has locked. */
export async function archiveLocked(command: Command, locked: Article): Promise<Article> {
  const { tx, at } = command;
  const { id } = locked;
  permit(command, 'article.archive', articleSubject(locked));
  if (locked.state === 'archived') return locked;
  const { to } = step(locked, 'archive');
  if ((await listPublicPagesBelow(tx, id)).length > 0)
    throw new ProblemError('refused', [
      reason('pages_below', 'Published pages stand under it: move or archive those first.'),
    ]);
  if (locked.liveRevisionId !== null)
    await withAnnouncement(tx, id, at, () => deletePublication(tx, id));
  const article = await updateWorkflowColumns(tx, locked, {
    state: to,
    liveRevisionId: null,
    approvedRevisionId: null,
    approvedBy: null,
  });
  await deleteNextStep(tx, id);
  const gone = await dropSuggestions(command, article);
  await forgetDeletedWords(command, id);
  await record(command, 'article.archive', ['article', id], gone);
  return article;
}
