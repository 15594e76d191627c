import type { ArticleSummary, ListedArticle } from '@viewpoints/domain/articles/article-view';
import { ArticleTeaser } from './article-teaser.tsx';

/** Articles one under another, newest first. */
export function ArticleList(props: {
  articles: readonly (ArticleSummary & Partial<ListedArticle>)[];
  level?: 2 | 3;
  /** Whether the first is set larger than the rest. */
  leading?: boolean;
  empty: string;
}) {
  const { articles, level = 2, leading, empty } = props;
  if (articles.length === 0) return <p className="empty">{empty}</p>;
  return (
    <div className={leading === true ? 'article-list article-list-first' : 'article-list'}>
      {articles.map((article) => (
        <ArticleTeaser key={article.slug} article={article} size="row" level={level} />
      ))}
    </div>
  );
}
