import { insertUpdate } from '@viewpoints/db/editorial/article-copies';
import { deleteThread, writeComment } from '@viewpoints/db/editorial/comments';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { unmarkWords } from '@viewpoints/working-copy/comment-marks';
import { changeOf } from '@viewpoints/working-copy/shared-document';
import type { Input } from '../articles/article-inputs.ts';
import { type Command, type CommandContext, permit, record, runCommand } from '../command.ts';
import { openCopy } from '../working-copy/open-copy.ts';
import type { OneComment } from './comment-inputs.ts';
import { lockComment } from './lock-thread.ts';

/**
 * Removes a comment: one's own, or as a publisher any. If others have written in its thread it
 * leaves an empty place; an empty thread is removed, with its mark in the text.
 */
export function removeComment(
  ctx: CommandContext,
  { id }: Input<typeof OneComment>,
): Promise<void> {
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    const { article, thread, comment } = await lockComment(command, id);
    permit(command, 'article.view', articleSubject(article));
    // A comment made by a link has no owner: everybody at the article may remove it.
    if (comment.byId !== null) permit(command, 'comment.remove', { ownerIds: [comment.byId] });
    const threadId = thread.id;
    const isLast = thread.comments.every((each) => each.id === id || each.isRemoved);
    if (isLast) {
      if (thread.kind === 'words') await unmarkInText(command, article, threadId);
      await deleteThread(tx, threadId);
    } else await writeComment(tx, { id, threadId, at, text: null, mentionIds: [] });
    const ofAnother = comment.byId === command.by ? {} : { code: 'of_another' };
    await record(command, 'comment.remove', ['article', article.id], { threadId, ...ofAnother });
  });
}

async function unmarkInText(command: Command, locked: Article, threadId: string): Promise<void> {
  const { tx, at } = command;
  const { shared } = await openCopy(command, locked);
  const update = changeOf(shared, () => unmarkWords(shared, [threadId]));
  await insertUpdate(tx, { articleId: locked.id, save: locked.save, update, at });
}
