import type { EditorialDatabase } from '@viewpoints/db/client';
import { findArticleStanding } from '@viewpoints/db/editorial/articles';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { findSessionAccount } from '@viewpoints/db/editorial/sessions';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import { articleTransition } from '@viewpoints/domain/articles/article-workflow';

/** A session in which an article is open. */
export type Seat = { sessionId: string; articleId: string };

/** What an account may do with the shared document of an article now. */
export type Access =
  | { kind: 'signed_out' }
  /** There is no such article, or they may not see it. */
  | { kind: 'none' }
  | {
      kind: 'write' | 'read';
      account: Principal & { name: string };
      /** When the session runs out unless it is used again. */
      until: Date;
    };

/**
 * The access by session, roles and the article's state, all read now. Nothing of its text is: this version may
 * not be able to read that, which only those may learn who may see the article.
 */
export async function findAccess(
  db: EditorialDatabase,
  { sessionId, articleId }: Seat,
  at: Date,
): Promise<Access> {
  const session = await findSessionAccount(db, { id: sessionId, at });
  if (session === null) return { kind: 'signed_out' };
  const article = await findArticleStanding(db, articleId);
  if (article === null) return { kind: 'none' };
  const { account, expiresAt: until } = session;
  const { fourEyes } = await getJournal(db);
  const may = (action: 'article.view' | 'article.edit') =>
    can(account, action, articleSubject(article), { fourEyes }).ok;
  if (!may('article.view')) return { kind: 'none' };
  const live = article.liveRevisionId !== null;
  const isWritable = may('article.edit') && articleTransition(article.state, 'edit', { live }).ok;
  return { kind: isWritable ? 'write' : 'read', account, until };
}
