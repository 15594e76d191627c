import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { type Reason, reason } from '@viewpoints/domain/refusal';
import type { Command } from '../command.ts';
import { ProblemError } from '../problem.ts';

/** Why articles of several were refused, by article. */
export type RefusedArticles = Map<Article, Reason[]>;

/**
 * Runs `work` on each of several articles. A refusal does not stop the others, so that the caller
 * gets every article that is refused, with its reasons.
 */
export async function askEach(
  articles: readonly Article[],
  work: (article: Article) => Promise<unknown>,
): Promise<RefusedArticles> {
  const refused: RefusedArticles = new Map();
  for (const article of articles)
    try {
      await work(article);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      refused.set(article, error.reasons);
    }
  return refused;
}

/** Ends the command if an article was refused, with which and why. */
export function requireNoneRefused(
  command: Pick<Command, 'acting' | 'by' | 'fourEyes'>,
  refused: RefusedArticles,
): void {
  if (refused.size === 0) return;
  throw new ProblemError(
    'refused',
    [...refused].flatMap(([article, reasons]) =>
      reasons.map(({ code, message }) =>
        reason('article_refused', `${nameFor(command, article)}: ${message}`, 'articles', {
          articleId: article.id,
          code,
        }),
      ),
    ),
  );
}

/** The headline of an article if the caller may see it; a neutral name otherwise. */
export function nameFor(
  { acting, by, fourEyes }: Pick<Command, 'acting' | 'by' | 'fourEyes'>,
  article: Article,
): string {
  // Refusals of jobs are read by those who scheduled them.
  const isSeen =
    by === null || can(acting, 'article.view', articleSubject(article), { fourEyes }).ok;
  if (!isSeen) return 'An article';
  return article.headline || 'Untitled';
}
