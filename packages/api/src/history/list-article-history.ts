import type { EditorialDatabase } from '@viewpoints/db/client';
import { findArticle } from '@viewpoints/db/editorial/articles';
import { type HistoryItem, listHistory } from '@viewpoints/db/editorial/history';
import { getJournal } from '@viewpoints/db/editorial/journal';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import type { PageOf } from '@viewpoints/domain/page-of';
import type { Input } from '../articles/article-inputs.ts';
import { permit } from '../command.ts';
import { page, request } from '../paging.ts';
import { notFound } from '../problem.ts';
import type { ListHistory } from './history-inputs.ts';

/** An article, for an account that may see it. */
export async function getVisibleArticle(
  db: EditorialDatabase,
  id: string,
  acting: Principal,
): Promise<Article> {
  const article = await findArticle(db, id);
  if (article === null) throw notFound('article');
  const { fourEyes } = await getJournal(db);
  permit({ acting, fourEyes }, 'article.view', articleSubject(article));
  return article;
}

/** The history of an article, newest first, with the authors of each entry. */
export async function listArticleHistory(
  { editorial, account }: { editorial: EditorialDatabase; account: Principal },
  { id, ...paging }: Input<typeof ListHistory>,
): Promise<PageOf<HistoryItem>> {
  await getVisibleArticle(editorial, id, account);
  return page(await listHistory(editorial, id, request(paging)));
}
