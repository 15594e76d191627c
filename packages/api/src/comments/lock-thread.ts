import { findThread, findThreadOfComment, type ThreadRow } from '@viewpoints/db/editorial/comments';
import type { Article } from '@viewpoints/domain/articles/article';
import { lockExistingArticle } from '../articles/lock-article.ts';
import type { Command } from '../command.ts';
import { notFound } from '../problem.ts';

export type LockedThread = { article: Article; thread: ThreadRow };

/** Locks a thread by locking its article: every command on comments does so. */
export async function lockThread(command: Command, id: string): Promise<LockedThread> {
  const found = await findThread(command.tx, id);
  if (found === null) throw notFound('thread');
  const article = await lockExistingArticle(command, found.articleId);
  // It may have been removed while the lock was waited for.
  const thread = await findThread(command.tx, id);
  if (thread === null) throw notFound('thread');
  return { article, thread };
}

/** Locks the thread of a comment; returns both. */
export async function lockComment(
  command: Command,
  id: string,
): Promise<LockedThread & { comment: ThreadRow['comments'][number] }> {
  const found = await findThreadOfComment(command.tx, id);
  if (found === null) throw notFound('comment');
  const locked = await lockThread(command, found.id);
  const comment = locked.thread.comments.find((each) => each.id === id);
  if (comment === undefined || comment.isRemoved) throw notFound('comment');
  return { ...locked, comment };
}
