import type {
  ArticlePageView,
  ArticleSurroundings,
} from '@viewpoints/domain/articles/article-page-view';
import { documentHeadings } from '@viewpoints/domain/document/document-headings';
import { findingAnchor, legacyAnchors } from '@viewpoints/domain/findings/finding-addresses';
import { DocumentView } from '@viewpoints/ui/document/document-view';
import { useJournal } from '../../next/journal.ts';
import { pictureSources } from '../../pictures/picture-addresses.ts';
import { chartFilesOf } from '../../resources/charts/chart-files.ts';
import { documentLabels } from '../../words/document-labels.ts';
import { CorrectionNotice } from '../corrections/corrections.tsx';
import { FindingCard, FindingNote } from '../finding/finding-note.tsx';
import { PastFindings } from '../finding/past-findings.tsx';
import { ArticleHead } from './article-head.tsx';
import { ArticlePageHead } from './article-page-head.tsx';
import { CiteAs } from './cite-as.tsx';
import { CitedChanges } from './cited-changes.tsx';
import { Contents } from './contents.tsx';
import { EmbedSupport } from './embed-support.tsx';
import { HowWeKnow } from './how-we-know.tsx';
import { SeriesSteps } from './place-in-series.tsx';
import { PrintedLinks } from './printed-links.tsx';
import { ReadOn } from './read-on.tsx';
import { RetractionNotice } from './retraction-notice.tsx';
import { VersionList } from './version-list.tsx';

type Props = {
  article: ArticlePageView;
  /** Related and citing articles; not shown with an old version. */
  around?: ArticleSurroundings;
  /** The requested version, unless it is the live one. */
  version?: number;
};

/** Roughly the words that one note occupies in the margin, to decide whether all fit. */
const WORDS_BESIDE_A_NOTE = 45;
/** From this many words on an article is long: it opens with a drop cap and shows progress. */
const LONG = 900;

/** A whole article: head, prose with its findings in the margin, notes, sources, corrections. */
export function ArticlePage({ article, around, version }: Props) {
  const journal = useJournal();
  const { body, findings, anchors, retraction } = article;
  // The reason for a retraction is shown at the head only.
  const corrections = article.corrections.filter(({ kind }) => kind === 'correction');
  const legacyNumbers = new Map(
    anchors.map(({ findingId, legacyNumber }) => [findingId, legacyNumber]),
  );
  const quoted = findings.flatMap(({ id, number, quote }) =>
    quote === null || number === null
      ? []
      : [{ id, number, quote, aliases: legacyAnchors(legacyNumbers.get(id)) }],
  );
  const unquoted = findings.filter(({ number, quote }) => number !== null && quote === null);
  const crowded = quoted.length * WORDS_BESIDE_A_NOTE > article.wordCount;
  const isLong = article.wordCount >= LONG;
  const beside = (ids: string[]) =>
    ids.map((id, index) => {
      const finding = findings.find((candidate) => candidate.id === id);
      return finding === undefined ? null : (
        <FindingNote
          key={id}
          finding={finding}
          place={index + 1}
          legacyNumber={legacyNumbers.get(id)}
        />
      );
    });
  return (
    <main id="content" className="article-main">
      <ArticlePageHead article={article} isOlder={version !== undefined} />
      {isLong ? <div className="progress" aria-hidden="true" /> : null}
      <article
        className="article"
        lang={article.language}
        dir={article.direction}
        data-genre={article.genre}
        data-opening={isLong || article.genre === 'opinion' ? 'large' : 'plain'}
        data-margin={quoted.length === 0 ? 'none' : crowded ? 'crowded' : 'notes'}
      >
        <ArticleHead article={article} />
        {version === undefined || version === article.versions[0]?.number ? null : (
          <p className="older-version" role="note">
            This is version {version} of this article.{' '}
            <a href={`/articles/${article.slug}`}>Read the current one.</a>
          </p>
        )}
        {retraction === null ? null : (
          <RetractionNotice retraction={retraction} hasText={body !== null} />
        )}
        {around === undefined ? null : <CitedChanges changes={around.changes} />}
        {body === null ? null : <Contents headings={documentHeadings(body)} />}
        {body === null ? null : (
          <div className="prose">
            <DocumentView
              document={body}
              words={documentLabels}
              language={article.language}
              quotes={quoted}
              beside={beside}
              pictures={article.pictures}
              sourcesOf={pictureSources}
              {...(version === undefined ? { chartFiles: chartFilesOf(article.slug) } : {})}
            />
            <EmbedSupport document={body} />
          </div>
        )}
        <div className="article-end" lang={journal.language} dir="auto">
          {unquoted.length === 0 ? null : (
            <section aria-labelledby="more-findings">
              <h2 id="more-findings">Also found</h2>
              {unquoted.map((finding) => (
                <FindingCard
                  key={finding.id}
                  finding={finding}
                  anchors={[
                    findingAnchor(finding.id),
                    ...legacyAnchors(legacyNumbers.get(finding.id)),
                  ]}
                />
              ))}
            </section>
          )}
          <PastFindings findings={findings} anchors={anchors} />
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
          {body === null ? null : <CiteAs article={article} version={version ?? article.version} />}
          <PrintedLinks document={body} />
        </div>
      </article>
      {around === undefined ? null : <ReadOn around={around} />}
    </main>
  );
}
