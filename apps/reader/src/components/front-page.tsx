import { getJournal } from '../journal.ts';
import { readerApi } from '../reader-api.ts';
import { websiteData } from '../structured-data/journal-data.ts';
import { ArticleTeaser } from './article-teaser.tsx';
import { FindingCard } from './finding-note.tsx';
import { PageHead } from './page-head.tsx';
import { PositionChange } from './position-change.tsx';

/** The front page: one lead, a few seconds, briefs, and what is being said now. */
export async function FrontPage() {
  const journal = await getJournal();
  const { lead, seconds, briefs, latestFindings, changes } = await readerApi().front.get();
  return (
    <main id="content" className="front">
      <PageHead title={null} path="/" data={(siteUrl) => [websiteData(journal, siteUrl)]} />
      <h1 className="visually-hidden">Front page</h1>
      {lead === null ? (
        <p className="empty">Nothing has been published yet. The first piece will stand here.</p>
      ) : (
        <div className="front-top">
          <ArticleTeaser article={lead} size="lead" />
          {seconds.length === 0 ? null : (
            <div className="front-seconds">
              {seconds.map((article) => (
                <ArticleTeaser key={article.slug} article={article} size="second" />
              ))}
            </div>
          )}
        </div>
      )}
      {latestFindings.length === 0 ? null : (
        <section className="say-now" aria-labelledby="say-now">
          <header>
            <h2 id="say-now">What they say now</h2>
            <p>
              Positions as our pieces report them: who holds them, on what conditions, on whose
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
          <div className="say-now-latest">
            <h3>Latest findings</h3>
            <div className="finding-columns">
              {latestFindings.map((finding) => (
                <FindingCard key={finding.id} finding={finding} />
              ))}
            </div>
          </div>
        </section>
      )}
      {briefs.length === 0 ? null : (
        <section className="front-briefs" aria-labelledby="also">
          <h2 id="also">Also in the journal</h2>
          <div>
            {briefs.map((article) => (
              <ArticleTeaser key={article.slug} article={article} size="brief" level={3} />
            ))}
          </div>
        </section>
      )}
    </main>
  );
}
