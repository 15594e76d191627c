import type { Transaction } from '@viewpoints/db/client';
import { listColleagues } from '@viewpoints/db/editorial/accounts';
import {
  lockArticle,
  lockArticles,
  updateWorkflowColumns,
} from '@viewpoints/db/editorial/articles';
import { writeAssignment } from '@viewpoints/db/editorial/assignments';
import { getWords } from '@viewpoints/db/editorial/contributions';
import { deleteTrashItem, lockTrashItem } from '@viewpoints/db/editorial/trash';
import { writeFromTrash } from '@viewpoints/db/editorial/trash-rows';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { type Article, ArticleState } from '@viewpoints/domain/articles/article';
import { Assignment, checkAssignee } from '@viewpoints/domain/articles/assignment';
import type { RestoredItem } from '@viewpoints/domain/trash/trash';
import { z } from 'zod';
import { lockExistingArticle } from '../articles/lock-article.ts';
import { type Command, type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';

/** The trash entry of an article. Earlier versions of the product stored only the state. */
const OfArticle = z.object({
  state: ArticleState.extract(['draft', 'archived']),
  assignment: Assignment.nullable().default(null),
});

/** Restores something from the trash, and returns what could not be restored of it. */
export const restoreItem = (ctx: CommandContext, id: string): Promise<RestoredItem> =>
  runCommand(ctx, (command) => restoreLocked(command, id));

/** Restores several things: all of them, or none. */
export function restoreItems(ctx: CommandContext, ids: readonly string[]): Promise<RestoredItem[]> {
  return runCommand(ctx, async (command) => {
    await lockArticles(command.tx, [...ids]);
    const restored: RestoredItem[] = [];
    for (const id of new Set(ids)) restored.push(await restoreLocked(command, id));
    return restored;
  });
}

async function restoreLocked(command: Command, id: string): Promise<RestoredItem> {
  const { tx } = command;
  // The article first, as every command locks it; what is no article has nothing to lock.
  const article = await lockArticle(tx, id);
  // Only articles have owners.
  permit(command, 'trash.restore', article === null ? { ownerIds: [] } : articleSubject(article));
  const { kind, content } = await lockInTrash(tx, id);
  const restored =
    kind === 'article' || article !== null
      ? await restoreArticleState(command, id, content)
      : { ...(await writeFromTrash(tx, kind, content)), lostAssignee: false };
  await deleteTrashItem(tx, id);
  await record(command, 'trash.restore', [kind, id]);
  return { id, kind, ...restored };
}

async function restoreArticleState(command: Command, id: string, content: unknown) {
  const locked = await lockExistingArticle(command, id);
  const { assignment, state } = OfArticle.parse(content);
  const article = await updateWorkflowColumns(command.tx, locked, { state });
  const lostAssignee =
    assignment !== null && (await restoreAssignment(command, article, assignment));
  return { newSlug: null, lostParent: false, lostAssignee };
}

/**
 * Restores the assignment of an article, with its day and priority. Returns true if the assignee
 * has left or can no longer take its next step, so that anybody may.
 */
async function restoreAssignment(
  { tx, fourEyes }: Command,
  article: Article,
  { setBy, setAt, ...content }: Assignment,
): Promise<boolean> {
  const { assigneeId } = content;
  const assignable = { state: article.state, words: await getWords(tx, article) };
  const colleagues = await listColleagues(tx);
  const isKept = checkAssignee(assigneeId, assignable, { fourEyes }, colleagues).ok;
  await writeAssignment(tx, article.id, {
    ...content,
    ...(isKept ? {} : { assigneeId: null }),
    ...{ by: setBy, at: new Date(setAt) },
  });
  return !isKept;
}

/** Something in the trash, locked until the command ends. */
export async function lockInTrash(tx: Transaction, id: string) {
  const item = await lockTrashItem(tx, id);
  if (item === null) throw notFound('thing in the trash');
  return item;
}
