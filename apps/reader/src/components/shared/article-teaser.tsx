import type { ArticleSummary, ListedArticle } from '@viewpoints/domain/articles/article-view';
import { type LanguageAttributes, useJournalLanguage } from '../../next/journal.ts';
import { OtherLanguages } from '../article/also-in.tsx';
import { Byline } from '../article/byline.tsx';
import { ArticleKind } from './article-kind.tsx';
import { Day } from './when.tsx';

type Props = {
  /** With its other languages, if the list groups translations. */
  article: ArticleSummary & Partial<ListedArticle>;
  size: 'lead' | 'second' | 'brief' | 'more' | 'row';
  level?: 2 | 3;
};

/** A headline up to this long can be set larger still, in characters. */
const SHORT_HEADLINE = 32;

/**
 * An article in a list or on the front page. The larger the size, the more it shows. An opinion
 * names its author before its headline, a brief its day.
 */
export function ArticleTeaser({ article, size, level = 2 }: Props) {
  const Heading = `h${level}` as const;
  const own = useJournalLanguage(article.language);
  const { authors } = article.byline;
  const isOpinion = article.genre === 'opinion' && authors.length > 0;
  const isSmall = size === 'brief' || size === 'more';
  return (
    <article
      className={`teaser teaser-${size}`}
      lang={article.language}
      dir={article.direction}
      data-genre={article.genre}
      data-short={size === 'lead' && article.headline.length <= SHORT_HEADLINE ? '' : undefined}
    >
      <TeaserRubric article={article} own={own} size={size} />
      <Heading className="teaser-headline">
        <a href={`/articles/${article.slug}`}>
          {isOpinion ? (
            <span className="teaser-author">
              <Byline byline={article.byline} bare />
            </span>
          ) : null}
          {article.headline}
        </a>
      </Heading>
      {isSmall || article.standfirst === '' ? null : (
        <p className="teaser-standfirst">{article.standfirst}</p>
      )}
      {size === 'brief' ? null : (
        <p className="teaser-foot">
          {authors.length === 0 || isOpinion ? null : (
            <span {...own}>
              <Byline byline={article.byline} />
            </span>
          )}
          <span className="teaser-facts" {...own}>
            {size === 'row' ? null : <Day at={article.publishedAt} short />}
            {isSmall ? null : <span>{article.readingMinutes} min</span>}
            {article.findingCount === 0 || isSmall ? null : (
              <span>
                {article.findingCount} {article.findingCount === 1 ? 'finding' : 'findings'}
              </span>
            )}
          </span>
        </p>
      )}
      <OtherLanguages translations={article.alsoIn ?? []} own={own} />
    </article>
  );
}

type RubricProps = {
  article: ArticleSummary;
  size: Props['size'];
  own: LanguageAttributes;
};

function TeaserRubric({ article, size, own }: RubricProps) {
  const [topic] = article.topics;
  const dated = size === 'brief' || size === 'row';
  return (
    <p className="rubric">
      {article.retracted ? (
        <span className="flag" {...own}>
          Retracted
        </span>
      ) : null}
      {dated ? (
        <span className="lead-word" {...own}>
          <Day at={article.publishedAt} short />
        </span>
      ) : null}
      {topic === undefined ? null : (
        <a href={`/topics/${topic.slug}`} {...own}>
          {topic.name}
        </a>
      )}
      {size === 'brief' ? null : <ArticleKind article={article} />}
    </p>
  );
}
