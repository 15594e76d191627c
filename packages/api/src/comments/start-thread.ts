import { insertUpdate } from '@viewpoints/db/editorial/article-copies';
import { countComments, insertComment, insertThread } from '@viewpoints/db/editorial/comments';
import { findFinding } from '@viewpoints/db/editorial/findings';
import { newId } from '@viewpoints/db/editorial/new-id';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { type CommentTarget, checkRoomForThread } from '@viewpoints/domain/comments/comment';
import type { Quote } from '@viewpoints/domain/findings/finding';
import { reason } from '@viewpoints/domain/refusal';
import { findWords, markWords } from '@viewpoints/working-copy/comment-marks';
import { changeOf } from '@viewpoints/working-copy/shared-document';
import type { Input } from '../articles/article-inputs.ts';
import { lockExistingArticle } from '../articles/lock-article.ts';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../command.ts';
import { notFound, ProblemError } from '../problem.ts';
import { foldWhereMany } from '../working-copy/compact-copy.ts';
import { openCopy } from '../working-copy/open-copy.ts';
import type { StartThread } from './comment-inputs.ts';
import { notifyMentioned } from './comment-people.ts';

/**
 * Begins a thread of comments on words, a finding or a field of an article. Nothing that the article
 * says is changed: words get a mark in the shared document, which is read nowhere else.
 */
export function startThread(
  ctx: CommandContext & { account: { id: string } },
  { articleId, on, text, mentions }: Input<typeof StartThread>,
): Promise<{ threadId: string; id: string }> {
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    const locked = await lockExistingArticle(command, articleId);
    permit(command, 'comment.start', articleSubject(locked));
    allow(checkRoomForThread(await countComments(tx, articleId)));
    const threadId = newId();
    await checkTarget(command, locked, on);
    if (on.kind === 'words') await markInText(command, locked, { threadId, on });
    await insertThread(tx, { id: threadId, articleId, on, at });
    const comment = { id: newId(), threadId, byId: ctx.account.id, at, text };
    await insertComment(tx, { ...comment, mentionIds: mentions });
    await notifyMentioned(command, locked, mentions);
    await record(command, 'comment.start', ['article', articleId], { threadId, on: on.kind });
    return { threadId, id: comment.id };
  });
}

async function checkTarget({ tx }: Command, article: Article, on: CommentTarget): Promise<void> {
  if (on.kind !== 'finding') return;
  const finding = await findFinding(tx, on.findingId);
  if (finding?.articleId !== article.id) throw notFound('finding');
}

async function markInText(
  command: Command,
  locked: Article,
  { threadId, on: { quote } }: { threadId: string; on: Extract<CommentTarget, { kind: 'words' }> },
): Promise<void> {
  if (await markQuote(command, locked, { threadId, quote })) return;
  throw new ProblemError('refused', [
    reason(
      'words_gone',
      'These words have changed meanwhile. Select the words as they are now.',
      'on.quote',
    ),
  ]);
}

/**
 * Marks words in the shared document of a locked article as those of a thread, in an update of its own
 * at the same save: it says nothing. False if they are not found.
 */
export async function markQuote(
  command: Command,
  locked: Article,
  { threadId, quote }: { threadId: string; quote: Quote },
): Promise<boolean> {
  const { tx, at } = command;
  const { shared, stored } = await openCopy(command, locked);
  const place = findWords(shared, quote);
  let isMarked = false;
  const update = changeOf(shared, () => {
    isMarked = place !== null && markWords(shared, { id: threadId, ...place });
  });
  if (!isMarked) return false;
  const id = await insertUpdate(tx, { articleId: locked.id, save: locked.save, update, at });
  stored.updates.push({ id, save: locked.save, update });
  await foldWhereMany(tx, stored);
  return true;
}
