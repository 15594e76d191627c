import type { Article } from '@viewpoints/domain/articles/article';
import { type Reason, reason } from '@viewpoints/domain/refusal';
import { ProblemError } from '../problem.ts';

/** Why articles of several were refused, by article. */
export type RefusedArticles = Map<Article, Reason[]>;

/**
 * Does something to each of several articles. What one is refused for keeps the others from being
 * asked no more than it must: whoever reads the answer sees every article that is in the way.
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

/** Ends the command where an article was refused, with which and why. */
export function requireNoneRefused(refused: RefusedArticles): void {
  if (refused.size === 0) return;
  throw new ProblemError(
    'refused',
    [...refused].flatMap(([{ id, headline }, reasons]) =>
      reasons.map(({ code, message }) =>
        reason('article_refused', `${headline || 'Untitled'}: ${message}`, 'articles', {
          articleId: id,
          code,
        }),
      ),
    ),
  );
}
