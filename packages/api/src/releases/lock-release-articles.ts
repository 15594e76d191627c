import { lockArticles } from '@viewpoints/db/editorial/articles';
import { lockNamesOf } from '@viewpoints/db/editorial/lock-names';
import type { Article } from '@viewpoints/domain/articles/article';
import type { Release } from '@viewpoints/domain/releases/release';
import { lockExistingArticle } from '../articles/lock-article.ts';
import type { Command } from '../command.ts';

/**
 * Locks all articles of a release for publication, as one article is: first what they name, then
 * the articles in the order of their ids, so that two releases wait for each other and never both.
 * Answers with them in the release's order.
 */
export async function lockReleaseArticles(
  command: Command,
  { articles }: Pick<Release, 'articles'>,
): Promise<Article[]> {
  const ids = articles.map(({ articleId }) => articleId);
  for (const id of ids) await lockNamesOf(command.tx, id);
  await lockArticles(command.tx, ids);
  for (const id of ids) await lockNamesOf(command.tx, id);
  const locked: Article[] = [];
  for (const id of ids) locked.push(await lockExistingArticle(command, id));
  return locked;
}
