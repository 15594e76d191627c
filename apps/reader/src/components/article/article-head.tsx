import type { ArticlePageView } from '@viewpoints/domain/articles/article-page-view';
import type { ArticleView } from '@viewpoints/domain/articles/article-view';
import { countsInVersion } from '@viewpoints/domain/findings/number-findings';
import { type LanguageAttributes, useJournalLanguage } from '../../next/journal.ts';
import { FindingScore } from '../finding/finding-score.tsx';
import { ArticleKind } from '../shared/article-kind.tsx';
import { Day, LooseDate } from '../shared/when.tsx';
import { OtherLanguages } from './also-in.tsx';
import { Byline } from './byline.tsx';
import { SeriesLine } from './place-in-series.tsx';
import { ReadingTools } from './reading-tools.tsx';

/**
 * The head of an article. An opinion begins with its author, a report of an event with its date and
 * place, everything else with its subject.
 */
export function ArticleHead({ article }: { article: ArticlePageView }) {
  const own = useJournalLanguage(article.language);
  const isOpinion = article.genre === 'opinion' && article.byline.authors.length > 0;
  return (
    <header className="article-head">
      <p className="rubric">
        {article.topics.map(({ slug, name }) => (
          <a key={slug} href={`/topics/${slug}`} {...own}>
            {name}
          </a>
        ))}
        <ArticleKind article={article} />
      </p>
      {article.series === null ? null : <SeriesLine place={article.series} />}
      {isOpinion ? (
        <p className="article-author">
          <Byline byline={article.byline} linked bare />
        </p>
      ) : null}
      {article.genre === 'event_report' ? <EventLine article={article} /> : null}
      {article.genre === 'republished' ? <RepublishedLine article={article} own={own} /> : null}
      <h1>{article.headline}</h1>
      {article.standfirst === '' ? null : <p className="standfirst">{article.standfirst}</p>}
      <div className="article-facts">
        {isOpinion ? null : (
          <p {...own}>
            <Byline byline={article.byline} linked />
          </p>
        )}
        <ArticleDates article={article} own={own} />
        <OtherLanguages translations={article.translations} own={own} />
        {article.body === null ? null : <ReadingTools />}
      </div>
      {article.body === null ? null : (
        <FindingScore findings={article.findings.filter(countsInVersion)} own={own} />
      )}
    </header>
  );
}

type Own = LanguageAttributes;

function ArticleDates({ article, own }: { article: ArticleView; own: Own }) {
  const { corrections, retraction, readingMinutes } = article;
  return (
    <p className="article-dates">
      <span {...own}>
        Published <Day at={article.publishedAt} />
      </span>
      {article.revisedAt === article.publishedAt ? null : (
        <span {...own}>
          {retraction === null ? 'Revised' : 'Retracted'} <Day at={article.revisedAt} />
        </span>
      )}
      {retraction === null ? (
        <span {...own}>
          {readingMinutes} {readingMinutes === 1 ? 'minute' : 'minutes'} to read
        </span>
      ) : null}
      {corrections.length === 0 || retraction !== null ? null : (
        <a href="#corrections" {...own}>
          Corrected
        </a>
      )}
    </p>
  );
}

/** When and where it happened, as far as the article's sources and findings say. */
function EventLine({ article }: { article: ArticleView }) {
  const event = article.sources.find(({ named }) => named?.kind === 'event')?.named;
  const places = new Map(
    article.findings.flatMap((finding) => finding.places.map(({ slug, name }) => [slug, name])),
  );
  if (event?.issued == null && places.size === 0) return null;
  return (
    <p className="event-line">
      {event?.issued == null ? null : (
        <span>
          <LooseDate edtf={event.issued} />
        </span>
      )}
      {[...places].slice(0, 2).map(([slug, name]) => (
        <span key={slug}>
          <a href={`/places/${slug}`}>{name}</a>
        </span>
      ))}
    </p>
  );
}

/** The original publication of a republished article, as far as its sources may be named. */
function RepublishedLine({ article, own }: { article: ArticleView; own: Own }) {
  const [from] = article.sources.filter(({ named }) => named !== null);
  if (from?.named == null) return null;
  return (
    <p className="republished-line" {...own}>
      From <a href={`/sources/${from.named.slug}`}>{from.wording}</a>
    </p>
  );
}
