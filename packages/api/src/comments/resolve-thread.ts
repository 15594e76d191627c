import { writeResolved } from '@viewpoints/db/editorial/comments';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Input } from '../articles/article-inputs.ts';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import type { OneThread } from './comment-inputs.ts';
import { lockThread } from './lock-thread.ts';

/** Marks a thread as resolved. One that is resolved already stays as it is. */
export function resolveThread(
  ctx: CommandContext,
  { threadId }: Input<typeof OneThread>,
): Promise<void> {
  return runCommand(ctx, async (command) => {
    const { tx, by, at } = command;
    const { article, thread } = await lockThread(command, threadId);
    permit(command, 'comment.resolve', articleSubject(article));
    if (thread.isResolved) return;
    await writeResolved(tx, { id: threadId, resolved: { by, at } });
    await record(command, 'comment.resolve', ['article', article.id], { threadId });
  });
}

/** Opens a thread that was resolved. */
export function reopenThread(
  ctx: CommandContext,
  { threadId }: Input<typeof OneThread>,
): Promise<void> {
  return runCommand(ctx, async (command) => {
    const { article, thread } = await lockThread(command, threadId);
    permit(command, 'comment.reopen', articleSubject(article));
    if (!thread.isResolved) return;
    await writeResolved(command.tx, { id: threadId, resolved: null });
    await record(command, 'comment.reopen', ['article', article.id], { threadId });
  });
}
