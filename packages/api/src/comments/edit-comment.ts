import { writeComment } from '@viewpoints/db/editorial/comments';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Input } from '../articles/article-inputs.ts';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import type { EditComment } from './comment-inputs.ts';
import { notifyMentioned } from './comment-people.ts';
import { lockComment } from './lock-thread.ts';

/** Changes the user's own comment. Only newly mentioned accounts are notified. */
export function editComment(
  ctx: CommandContext,
  { id, text, mentions }: Input<typeof EditComment>,
): Promise<void> {
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    const { article, thread, comment } = await lockComment(command, id);
    permit(command, 'article.view', articleSubject(article));
    // A comment from a Word file cannot be edited: the words would appear under its author's name.
    const { byId, isOfWordFile } = comment;
    const ownerIds = byId === null || isOfWordFile ? [] : [byId];
    permit(command, 'comment.edit', { ownerIds });
    const threadId = thread.id;
    await writeComment(tx, { ...{ id, threadId, at, text }, mentionIds: mentions });
    await notifyMentioned(command, article, mentions, comment.mentionIds);
    await record(command, 'comment.edit', ['article', article.id], { threadId });
  });
}
