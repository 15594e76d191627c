import type { EditorialDatabase } from '@viewpoints/db/client';
import { listColleagues } from '@viewpoints/db/editorial/accounts';
import { findCopy } from '@viewpoints/db/editorial/article-copies';
import { findArticle } from '@viewpoints/db/editorial/articles';
import { listThreads, type ThreadItem, type ThreadTarget } from '@viewpoints/db/editorial/comments';
import { getJournal } from '@viewpoints/db/editorial/journal';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { permit } from '../command.ts';
import { notFound } from '../problem.ts';
import { commentedIn } from '../working-copy/compact-copy.ts';
import { seeing } from './comment-people.ts';

/** The target of a thread; for words also the present ones, or null if they are gone. */
export type ShownTarget =
  | Exclude<ThreadTarget, { kind: 'words' }>
  | (Extract<ThreadTarget, { kind: 'words' }> & { words: string | null });

export type ShownThread = Omit<ThreadItem, 'on'> & { on: ShownTarget };

export type ShownComments = {
  /** Those on words in the order of the text; then those on no words of it, the oldest first. */
  threads: ShownThread[];
  /** Who may be mentioned: those who can see the article, but for oneself. */
  people: { id: string; name: string }[];
};

/** The comments on an article, for an account that may see it. */
export async function listComments(
  db: EditorialDatabase,
  { articleId, acting }: { articleId: string; acting: Principal },
): Promise<ShownComments> {
  const article = await findArticle(db, articleId);
  if (article === null) throw notFound('article');
  const { fourEyes } = await getJournal(db);
  permit({ acting, fourEyes }, 'comment.list', articleSubject(article));
  const threads = await listThreads(db, articleId);
  const words = threads.some(({ on }) => on.kind === 'words')
    ? commentedIn(await findCopy(db, articleId))
    : new Map<string, string>();
  const colleagues = await listColleagues(db);
  const inText = [...words.keys()];
  const place = ({ id }: ThreadItem) => (words.has(id) ? inText.indexOf(id) : inText.length);
  return {
    threads: threads
      .toSorted((a, b) => place(a) - place(b))
      .map(({ on, ...thread }) => ({
        ...thread,
        on: on.kind === 'words' ? { ...on, words: words.get(thread.id) ?? null } : on,
      })),
    people: seeing(article, colleagues, { fourEyes })
      .filter(({ id }) => id !== acting.id)
      .map(({ id, name }) => ({ id, name })),
  };
}
