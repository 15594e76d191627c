import { countComments, insertComment } from '@viewpoints/db/editorial/comments';
import { newId } from '@viewpoints/db/editorial/new-id';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { checkReply } from '@viewpoints/domain/comments/comment';
import type { Input } from '../articles/article-inputs.ts';
import { allow, type CommandContext, permit, record, runCommand } from '../command.ts';
import type { ReplyToThread } from './comment-inputs.ts';
import { notifyMentioned } from './comment-people.ts';
import { lockThread } from './lock-thread.ts';

/** Adds a comment to a thread that is open. */
export function replyToThread(
  ctx: CommandContext & { account: { id: string } },
  { threadId, text, mentions }: Input<typeof ReplyToThread>,
): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    const { article, thread } = await lockThread(command, threadId);
    permit(command, 'comment.reply', articleSubject(article));
    const { isResolved, comments } = thread;
    allow(
      checkReply({ isResolved, comments: comments.length }, await countComments(tx, article.id)),
    );
    const id = newId();
    const comment = { id, threadId, byId: ctx.account.id, at, text };
    await insertComment(tx, { ...comment, mentionIds: mentions });
    await notifyMentioned(command, article, mentions);
    await record(command, 'comment.reply', ['article', article.id], { threadId });
    return { id };
  });
}
