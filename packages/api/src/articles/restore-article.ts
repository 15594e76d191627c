import { lockArticles, updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { isInTrash } from '@viewpoints/db/editorial/trash';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { reason } from '@viewpoints/domain/refusal';
import { type Command, type CommandContext, permit, record, runCommand } from '../command.ts';
import { ProblemError } from '../problem.ts';
import type { Input, OneArticle, SeveralArticles } from './article-inputs.ts';
import { lockExistingArticle, step } from './lock-article.ts';
import { askEach, requireNoneRefused } from './refused-articles.ts';

/** Restores an archived article as a draft. */
export function restoreArticle(
  ctx: CommandContext,
  { id }: Input<typeof OneArticle>,
): Promise<Article> {
  return runCommand(ctx, async (command) =>
    restoreLocked(command, await lockExistingArticle(command, id)),
  );
}

/** Restores several at once: all of them or, if one is refused, none. */
export function restoreArticles(
  ctx: CommandContext,
  { ids }: Input<typeof SeveralArticles>,
): Promise<{ ids: string[] }> {
  return runCommand(ctx, async (command) => {
    await lockArticles(command.tx, ids);
    const articles: Article[] = [];
    for (const id of new Set(ids)) articles.push(await lockExistingArticle(command, id));
    requireNoneRefused(
      command,
      await askEach(articles, (article) => restoreLocked(command, article)),
    );
    return { ids: articles.map(({ id }) => id) };
  });
}

async function restoreLocked(command: Command, locked: Article): Promise<Article> {
  const { id } = locked;
  permit(command, 'article.restore', articleSubject(locked));
  if (await isInTrash(command.tx, id))
    throw new ProblemError('in_use', [reason('in_trash', 'It is in the trash: restore it there.')]);
  const { to } = step(locked, 'restore');
  const article = await updateWorkflowColumns(command.tx, locked, { state: to, publishAt: null });
  await record(command, 'article.restore', ['article', id]);
  return article;
}
