import type { ArticleSurroundings } from '@viewpoints/domain/articles/article-page-view';
import type { ArticleRef } from '@viewpoints/domain/articles/article-ref';
import { ArticleLink } from '../shared/article-link.tsx';
import { ArticleTeaser } from '../shared/article-teaser.tsx';

/** Below an article: what cites it, and related articles. */
export function ReadOn({ around }: { around: ArticleSurroundings }) {
  const { related, citedBy } = around;
  if (related.length === 0 && citedBy.length === 0) return null;
  return (
    <div className="read-on">
      <CitedBy articles={citedBy} />
      {related.length === 0 ? null : (
        <section aria-labelledby="read-beside">
          <h2 id="read-beside">Related reading</h2>
          <div className="read-beside">
            {related.map((article) => (
              <ArticleTeaser key={article.id} article={article} size="brief" level={3} />
            ))}
          </div>
        </section>
      )}
    </div>
  );
}

/** Articles that cite an article or a finding, newest first. */
export function CitedBy({ articles }: { articles: readonly ArticleRef[] }) {
  if (articles.length === 0) return null;
  return (
    <section className="cited-by" aria-labelledby="cited-by">
      <h2 id="cited-by">Cited by</h2>
      <ul>
        {articles.map((article) => (
          <li key={article.id}>
            <ArticleLink to={article} />
          </li>
        ))}
      </ul>
    </section>
  );
}
