import { findAccount, listColleagues } from '@viewpoints/db/editorial/accounts';
import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { getWords } from '@viewpoints/db/editorial/contributions';
import type { Article } from '@viewpoints/domain/articles/article';
import { changesOf } from '@viewpoints/domain/articles/word-approval';
import {
  type Command,
  type CommandContext,
  record,
  requirePermission,
  runCommand,
} from '../command.ts';
import { notify } from '../notifications/notify.ts';
import type { Input, RequestChanges } from './article-inputs.ts';
import { passOn, writeLine } from './assign-article.ts';
import { lockExistingArticle, refuseStale, step } from './lock-article.ts';

/** Sends an article in review back to its author with what should change: it is their turn. */
export function requestChanges(
  ctx: CommandContext,
  { id, seen, comment }: Input<typeof RequestChanges>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const { tx, acting, fourEyes } = command;
    const locked = await lockExistingArticle(command, id);
    const words = await getWords(tx, locked);
    const colleagues = await listColleagues(tx);
    const alone = requirePermission(changesOf(acting, words, { fourEyes }, colleagues));
    await refuseStale(command, locked, seen);
    const { to } = step(locked, 'request_changes');
    const commentId = await writeLine(command, id, 'changes', comment);
    const article = await updateWorkflowColumns(tx, locked, { state: to });
    await passOn(command, id, { assigneeId: await writerOf(command, article), dueOn: null });
    await notify(command, { kind: 'sent_back', articleIds: [id], to: [article.createdBy] });
    await record(command, 'article.request_changes', ['article', id], { commentId, ...alone });
    return article;
  });
}

/** Who began an article, as far as they can still work on it. */
async function writerOf({ tx }: Command, { createdBy }: Article): Promise<string | null> {
  const writer = await findAccount(tx, createdBy);
  return writer === null || writer.disabledAt !== null ? null : createdBy;
}
