import type { FrontView } from '@viewpoints/domain/articles/front-view';
import { getJournal } from '../../next/journal.ts';
import { readerApi } from '../../next/reader-api.ts';
import { websiteData } from '../../structured-data/journal-data.ts';
import { FindingLine } from '../finding/finding-line.tsx';
import { PositionChange } from '../position/position-change.tsx';
import { ArticleTeaser } from '../shared/article-teaser.tsx';
import { PageHead } from '../shared/page-head.tsx';

/** The front page: one lead, a few seconds, briefs, and what is being said now. */
export async function FrontPage() {
  const journal = await getJournal();
  const front = await readerApi().front.get();
  return (
    <main id="content" className="front">
      <PageHead title={null} path="/" data={(siteUrl) => [websiteData(journal, siteUrl)]} />
      <h1 className="visually-hidden">Front page</h1>
      <FrontTop front={front} />
      <WhatTheySayNow front={front} />
      {front.more.length === 0 ? null : (
        <section className="front-more" aria-labelledby="more">
          <h2 id="more">More articles</h2>
          <div>
            {front.more.map((article) => (
              <ArticleTeaser key={article.slug} article={article} size="more" level={3} />
            ))}
          </div>
          <p className="front-on">
            <a href="/archive">All articles</a>
          </p>
        </section>
      )}
    </main>
  );
}

type PartProps = { front: FrontView };

function FrontTop({ front: { lead, leadFindings, seconds, briefs } }: PartProps) {
  if (lead === null)
    return (
      <p className="empty">Nothing has been published yet. The first article will appear here.</p>
    );
  return (
    <div className="front-top">
      <div className="front-lead">
        <ArticleTeaser article={lead} size="lead" />
        {leadFindings.length === 0 ? null : (
          <section className="lead-findings" aria-label="Findings">
            {leadFindings.map((finding) => (
              <FindingLine key={finding.id} finding={finding} level={3} bare />
            ))}
          </section>
        )}
      </div>
      {briefs.length === 0 ? null : (
        <section className="front-briefs" aria-labelledby="briefs">
          <h2 id="briefs">In brief</h2>
          {briefs.map((article) => (
            <ArticleTeaser key={article.slug} article={article} size="brief" level={3} />
          ))}
        </section>
      )}
      {seconds.length === 0 ? null : (
        <div className="front-seconds">
          {seconds.map((article) => (
            <ArticleTeaser key={article.slug} article={article} size="second" />
          ))}
        </div>
      )}
    </div>
  );
}

/** Findings shown under the lead are not repeated elsewhere on the page. */
function WhatTheySayNow({ front: { leadFindings, latestFindings, changes } }: PartProps) {
  const latest = latestFindings.filter(({ id }) => !leadFindings.some((lead) => lead.id === id));
  if (latest.length + changes.length === 0) return null;
  return (
    <section className="say-now" aria-labelledby="say-now">
      <div className="say-now-inner">
        <header>
          <h2 id="say-now">What they say</h2>
          <p>
            Positions as our articles report them: who holds them, on what conditions, on whose
            word. <a href="/findings">All findings</a>
          </p>
        </header>
        {changes.length === 0 ? null : (
          <div className="say-now-changes">
            <h3>Changed positions</h3>
            {changes.map((change) => (
              <PositionChange key={change.now.id} change={change} />
            ))}
          </div>
        )}
        {latest.length === 0 ? null : (
          <div className="say-now-latest">
            <h3>Latest findings</h3>
            {latest.map((finding) => (
              <FindingLine key={finding.id} finding={finding} level={4} />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}
