import type {
  FindingPageView,
  FindingRef,
  FindingView,
} from '@viewpoints/domain/findings/finding-view';
import { findingInText } from '../finding-addresses.ts';
import { findingSharePath } from '../share/share-address.ts';
import { findingCard } from '../share/share-card.ts';
import { claimData } from '../structured-data/finding-data.ts';
import { linkWords } from '../words/finding-words.ts';
import { quoteContext } from '../words/quote-context.ts';
import { Conditions, FindingFacts } from './finding-facts.tsx';
import { Holders } from './holders.tsx';
import { PageHead } from './page-head.tsx';
import { PageHeading } from './page-heading.tsx';
import { CitedBy } from './read-on.tsx';
import { ReadingTools } from './reading-tools.tsx';
import { StanceMark } from './stance-mark.tsx';
import { Day } from './when.tsx';

/** What is left of a finding that no longer stands: that it was here, and where it was reported. */
function WithdrawnFinding({ finding }: { finding: FindingView }) {
  const { article } = finding;
  return (
    <main id="content" className="page">
      <PageHead title="A withdrawn finding" path={`/findings/${finding.id}`} unlisted />
      <PageHeading kind={<a href="/findings">Finding</a>} title="This finding has been withdrawn">
        <p className="standfirst">
          It was reported in <a href={`/articles/${article.slug}`}>{article.headline}</a> and no
          longer stands. The address stays, so that nobody who was sent here is left to wonder.
        </p>
      </PageHeading>
    </main>
  );
}

/** A finding's own page: the position, the sentence that carries it, what it is tied to. */
export function FindingPage({ page }: { page: FindingPageView }) {
  const { finding, lastVersion, links, replacedBy, replaces } = page;
  const { article, quote } = finding;
  if (finding.state === 'withdrawn') return <WithdrawnFinding finding={finding} />;
  const positions = finding.holders.flatMap(({ actor }) =>
    actor === null ? [] : finding.issues.map((issue) => ({ actor, issue })),
  );
  return (
    <main id="content" className="page finding-page">
      <PageHead
        title={finding.proposition}
        description={`${finding.holders.map(({ label }) => label).join(', ')}. ${finding.attribution.wording}.`}
        path={`/findings/${finding.id}`}
        kind="article"
        language={finding.language}
        shareImage={findingSharePath(finding.id)}
        card={(journal) => findingCard(page, journal)}
        markdown={`/findings/${finding.id}.md`}
        crumbs={[{ name: 'Findings', path: '/findings' }]}
        data={(siteUrl) => [claimData(finding, siteUrl)]}
      />
      <article lang={finding.language} dir={finding.direction} data-state={finding.state}>
        <header className="page-heading">
          <p className="rubric">
            <a href="/findings">Finding</a>
            <Day at={finding.publishedAt} />
          </p>
          {replacedBy === null ? null : (
            <p className="state-notice">
              {replacedBy.kind === 'position_change'
                ? 'This was their position; it has changed since: '
                : 'We had this wrong, and corrected it: '}
              <RefLink to={replacedBy.finding} />
            </p>
          )}
          <p className="finding-card-head">
            <StanceMark stance={finding.stance} /> <Holders holders={finding.holders} />
          </p>
          <h1 className="proposition">{finding.proposition}</h1>
          <Conditions finding={finding} />
          <ReadingTools />
        </header>
        {quote === null ? null : (
          <figure className="carried-by">
            <blockquote>
              <p>
                <span className="context">{quoteContext(quote).before}</span>
                <mark className="quoted">{quote.exact}</mark>
                <span className="context">{quoteContext(quote).after}</span>
              </p>
            </blockquote>
            <figcaption>
              The words that carry it, in{' '}
              <a href={findingInText(finding, lastVersion)}>{article.headline}</a>
              {lastVersion === null ? null : `, version ${lastVersion}`}
            </figcaption>
          </figure>
        )}
        <FindingFacts finding={finding} />
        {positions.length === 0 ? null : (
          <section aria-labelledby="positions">
            <h2 id="positions">In order of time</h2>
            <ul className="plain-list">
              {positions.map(({ actor, issue }) => (
                <li key={actor.slug + issue.slug}>
                  <a href={`/positions/${actor.slug}/${issue.slug}`}>
                    {actor.name}: {issue.name}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <CitedBy articles={page.citedBy} />
        {links.length === 0 && replaces.length === 0 ? null : (
          <section aria-labelledby="related">
            <h2 id="related">Beside other findings</h2>
            <dl className="facts links">
              {replaces.map(({ kind, finding: other }) => (
                <div key={other.id}>
                  <dt>{kind === 'position_change' ? 'Changed from' : 'Corrects'}</dt>
                  <dd>
                    <RefLink to={other} />
                  </dd>
                </div>
              ))}
              {links.map(({ kind, direction, finding: other }) => (
                <div key={kind + direction + other.id}>
                  <dt>{linkWords[kind][direction]}</dt>
                  <dd>
                    <RefLink to={other} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )}
      </article>
    </main>
  );
}

function RefLink({ to }: { to: FindingRef }) {
  return (
    <>
      <a href={`/findings/${to.id}`}>{to.proposition}</a>{' '}
      <small className="ref-article">{to.article.headline}</small>
    </>
  );
}
