import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import { genreWords } from '../words/article-words.ts';
import { Byline } from './byline.tsx';
import { Day } from './when.tsx';

type Props = {
  article: ArticleSummary;
  size: 'lead' | 'second' | 'brief' | 'row';
  level?: 2 | 3;
};

/** An article in a list or on the front page. The larger the size, the more is said of it. */
export function ArticleTeaser({ article, size, level = 2 }: Props) {
  const Heading = `h${level}` as const;
  const [topic] = article.topics;
  return (
    <article className={`teaser teaser-${size}`} lang={article.language} dir={article.direction}>
      <p className="rubric">
        {article.retracted ? <span className="flag">Retracted</span> : null}
        {topic === undefined ? null : (
          <a href={`/topics/${topic.slug}`} dir="auto">
            {topic.name}
          </a>
        )}
        <span dir="auto">{article.section || genreWords[article.genre]}</span>
      </p>
      <Heading className="teaser-headline">
        <a href={`/articles/${article.slug}`}>{article.headline}</a>
      </Heading>
      {size === 'brief' ? null : <p className="teaser-standfirst">{article.standfirst}</p>}
      <p className="teaser-foot">
        {article.byline.authors.length === 0 ? null : <Byline byline={article.byline} />}
        <span className="teaser-facts">
          <Day at={article.publishedAt} short />
          {size === 'brief' ? null : <span dir="auto">{article.readingMinutes} min</span>}
          {article.findingCount === 0 || size === 'brief' ? null : (
            <span dir="auto">
              {article.findingCount} {article.findingCount === 1 ? 'finding' : 'findings'}
            </span>
          )}
        </span>
      </p>
    </article>
  );
}
