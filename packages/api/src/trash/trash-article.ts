import { lockArticles, updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { deleteNextStep, findAssignment } from '@viewpoints/db/editorial/assignments';
import { isInTrash, isReferredTo } from '@viewpoints/db/editorial/trash';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { checkTrashable } from '@viewpoints/domain/trash/trash';
import type { Input, OneArticle, SeveralArticles } from '../articles/article-inputs.ts';
import { lockExistingArticle } from '../articles/lock-article.ts';
import { askEach, requireNoneRefused } from '../articles/refused-articles.ts';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../command.ts';
import { noteInTrash } from './move-to-trash.ts';

/**
 * Moves an article that was never public to the trash. It retains its address, its history, deleted
 * words stored for merging, and what it refers to, so that restoring it loses no words: they go
 * when the trash is emptied. No list shows it meanwhile.
 */
export function trashArticle(
  ctx: CommandContext,
  { id }: Input<typeof OneArticle>,
): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    await trashLocked(command, await lockExistingArticle(command, id));
    return { id };
  });
}

/** Moves several at once: all of them or, where one is refused, none. */
export function trashArticles(
  ctx: CommandContext,
  { ids }: Input<typeof SeveralArticles>,
): Promise<{ ids: string[] }> {
  return runCommand(ctx, async (command) => {
    await lockArticles(command.tx, ids);
    const articles: Article[] = [];
    for (const id of new Set(ids)) articles.push(await lockExistingArticle(command, id));
    requireNoneRefused(
      command,
      await askEach(articles, (article) => trashLocked(command, article)),
    );
    return { ids: articles.map(({ id }) => id) };
  });
}

/** Moves an article that the caller has locked to the trash. */
export async function trashLocked(command: Command, locked: Article): Promise<void> {
  const { tx } = command;
  const { id, state, firstPublishedAt, liveRevisionId } = locked;
  permit(command, 'article.trash', articleSubject(locked));
  if (await isInTrash(tx, id)) return;
  allow(
    checkTrashable({
      state,
      wasPublic: firstPublishedAt !== null || liveRevisionId !== null,
      isReferredTo: await isReferredTo(tx, id),
    }),
  );
  const assignment = await findAssignment(tx, id);
  await updateWorkflowColumns(tx, locked, {
    ...{ state: 'archived', liveRevisionId: null, approvedRevisionId: null, approvedBy: null },
  });
  await deleteNextStep(tx, id);
  // The headline is not repeated here: it is stored with the article.
  await noteInTrash(command, { id, kind: 'article', name: '', content: { state, assignment } });
  await record(command, 'article.trash', ['article', id]);
}
