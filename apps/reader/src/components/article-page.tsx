import type {
  ArticlePageView,
  ArticleSurroundings,
} from '@viewpoints/domain/articles/article-page-view';
import { DocumentView } from '@viewpoints/ui/document/document-view';
import { pictureSources } from '../pictures/picture-addresses.ts';
import { documentWords, genreWords } from '../words/article-words.ts';
import { AlsoIn } from './also-in.tsx';
import { ArticlePageHead } from './article-page-head.tsx';
import { Byline } from './byline.tsx';
import { CitedChanges } from './cited-changes.tsx';
import { CorrectionNotice } from './corrections.tsx';
import { FindingCard, FindingNote } from './finding-note.tsx';
import { HowWeKnow } from './how-we-know.tsx';
import { SeriesLine, SeriesSteps } from './place-in-series.tsx';
import { ReadOn } from './read-on.tsx';
import { RetractionNotice } from './retraction-notice.tsx';
import { VersionList } from './version-list.tsx';
import { Day } from './when.tsx';

type Props = {
  article: ArticlePageView;
  /** What lies round it; not shown with an old version. */
  around?: ArticleSurroundings;
  /** The version asked for, where it is not simply the live one. */
  version?: number;
};

/** The words one note takes up in the margin, roughly: to tell whether there is room for all. */
const WORDS_BESIDE_A_NOTE = 45;

/** One piece, whole: head, prose with its findings beside it, notes, sources, what was mended. */
export function ArticlePage({ article, around, version }: Props) {
  const { body, findings, corrections, retraction } = article;
  const quoted = findings.flatMap(({ number, quote }) =>
    quote === null ? [] : [{ number, quote }],
  );
  const unquoted = findings.filter(({ quote }) => quote === null);
  const crowded = quoted.length * WORDS_BESIDE_A_NOTE > article.wordCount;
  const beside = (numbers: number[]) =>
    numbers.map((number, index) => {
      const finding = findings.find((candidate) => candidate.number === number);
      return finding === undefined ? null : (
        <FindingNote key={number} finding={finding} place={index + 1} />
      );
    });
  return (
    <main id="content">
      <ArticlePageHead article={article} isOlder={version !== undefined} />
      <article
        className="article"
        lang={article.language}
        dir={article.direction}
        data-genre={article.genre}
        data-margin={quoted.length === 0 ? 'none' : crowded ? 'crowded' : 'notes'}
      >
        <ArticleHead article={article} />
        {version === undefined || version === article.versions[0]?.number ? null : (
          <p className="older-version" role="note">
            This is version {version} of this piece.{' '}
            <a href={`/articles/${article.slug}`}>Read the current one.</a>
          </p>
        )}
        {retraction === null ? null : <RetractionNotice retraction={retraction} />}
        {around === undefined ? null : <CitedChanges changes={around.changes} />}
        {body === null ? null : (
          <div className="prose">
            <DocumentView
              document={body}
              words={documentWords}
              quotes={quoted}
              beside={beside}
              pictures={article.pictures}
              sourcesOf={pictureSources}
            />
          </div>
        )}
        <div className="article-end">
          {unquoted.length === 0 ? null : (
            <section aria-labelledby="more-findings">
              <h2 id="more-findings">Also found</h2>
              {unquoted.map((finding) => (
                <FindingCard key={finding.id} finding={finding} />
              ))}
            </section>
          )}
          <HowWeKnow sources={article.sources} />
          {corrections.length === 0 ? null : (
            <section className="article-corrections" id="corrections" aria-labelledby="corrected">
              <h2 id="corrected">Corrections</h2>
              {corrections.map((correction) => (
                <CorrectionNotice key={correction.id} correction={correction} />
              ))}
            </section>
          )}
          <VersionList article={article} current={version ?? article.version} />
          {article.series === null ? null : <SeriesSteps place={article.series} />}
        </div>
      </article>
      {around === undefined ? null : <ReadOn around={around} />}
    </main>
  );
}

function ArticleHead({ article }: { article: ArticlePageView }) {
  const { corrections, retraction, series } = article;
  return (
    <header className="article-head">
      <p className="rubric">
        {article.topics.map(({ slug, name }) => (
          <a key={slug} href={`/topics/${slug}`} dir="auto">
            {name}
          </a>
        ))}
        <span dir="auto">{article.section || genreWords[article.genre]}</span>
      </p>
      {series === null ? null : <SeriesLine place={series} />}
      <h1>{article.headline}</h1>
      {article.standfirst === '' ? null : <p className="standfirst">{article.standfirst}</p>}
      <div className="article-facts">
        <p>
          <Byline byline={article.byline} linked />
        </p>
        <p className="article-dates">
          <span dir="auto">
            Published <Day at={article.publishedAt} />
          </span>
          {article.revisedAt === article.publishedAt ? null : (
            <span dir="auto">
              {retraction === null ? 'Revised' : 'Retracted'} <Day at={article.revisedAt} />
            </span>
          )}
          <span dir="auto">
            {article.readingMinutes} {article.readingMinutes === 1 ? 'minute' : 'minutes'}
          </span>
          {corrections.length === 0 || retraction !== null ? null : (
            <a href="#corrections">Corrected</a>
          )}
        </p>
        <AlsoIn translations={article.translations} />
      </div>
    </header>
  );
}
