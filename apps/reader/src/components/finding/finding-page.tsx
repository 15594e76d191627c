import { findingInText } from '@viewpoints/domain/findings/finding-addresses';
import {
  linkLabels,
  replacementLabels,
  stateFlags,
} from '@viewpoints/domain/findings/finding-labels';
import type { FindingPageView, FindingView } from '@viewpoints/domain/findings/finding-view';
import { findingSharePath } from '../../resources/share/share-address.ts';
import { findingCard } from '../../resources/share/share-card.ts';
import { claimData } from '../../structured-data/finding-data.ts';
import { quoteContext } from '../../words/quote-context.ts';
import { CitedBy } from '../article/read-on.tsx';
import { ReadingTools } from '../article/reading-tools.tsx';
import { PositionLine } from '../position/position-line.tsx';
import { ShiftReason } from '../position/shift-reason.tsx';
import { PageHead } from '../shared/page-head.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { Day } from '../shared/when.tsx';
import { Conditions, FindingFacts } from './finding-facts.tsx';
import { FindingHead } from './finding-row.tsx';
import { RefLink, Successor } from './successor.tsx';

/** What is left of a withdrawn finding: that it was here, and where it was reported. */
function WithdrawnFinding({ finding }: { finding: FindingView }) {
  const { article } = finding;
  return (
    <main id="content" className="page">
      <PageHead title="A withdrawn finding" path={`/findings/${finding.id}`} unlisted />
      <PageHeading kind={<a href="/findings">Finding</a>} title="This finding has been withdrawn">
        <p className="standfirst">
          It was reported in <a href={`/articles/${article.slug}`}>{article.headline}</a> and no
          longer stands.
        </p>
      </PageHeading>
    </main>
  );
}

/** Where only the title is shown, a corrected finding of ours is marked. */
const marked = ({ state }: FindingView, text: string): string =>
  state === 'corrected' ? `${stateFlags[state]}: ${text}` : text;

/** A finding's own page: the position, the sentence that carries it, what it is tied to. */
export function FindingPage({ page }: { page: FindingPageView }) {
  const { finding, lastVersion, links, replaces, positions } = page;
  const { article, quote } = finding;
  if (finding.state === 'withdrawn') return <WithdrawnFinding finding={finding} />;
  const tied = Map.groupBy(
    [
      ...replaces.map(({ kind, finding: to }) => ({
        ...{ words: replacementLabels[kind], to },
        shift: kind === 'position_change' ? finding.shift : null,
      })),
      ...links.map(({ kind, direction, finding: to }) => ({
        ...{ words: linkLabels[kind][direction], to },
        shift: null,
      })),
    ],
    ({ words }) => words,
  );
  return (
    <main id="content" className="page finding-page">
      <PageHead
        title={marked(finding, finding.proposition)}
        description={`${finding.holders.map(({ label }) => label).join(', ')}. ${finding.attribution.wording}.`}
        path={`/findings/${finding.id}`}
        kind="article"
        language={finding.language}
        shareImage={findingSharePath(finding.id)}
        card={(journal) => findingCard(finding, journal)}
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
          <Successor finding={finding} />
          <FindingHead finding={finding} />
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
              Passage in <a href={findingInText(finding, lastVersion)}>{article.headline}</a>
              {lastVersion === null ? null : `, version ${lastVersion}`}
            </figcaption>
          </figure>
        )}
        <FindingFacts finding={finding} />
        {positions.length === 0 ? null : (
          <section aria-labelledby="positions">
            <h2 id="positions">Timeline</h2>
            <ul className="plain-list">
              {positions.map(({ actor, issue, points }) => (
                <li key={actor.slug + issue.slug}>
                  <a href={`/positions/${actor.slug}/${issue.slug}`}>
                    {actor.name}: {issue.name}
                  </a>
                  <PositionLine points={points} shownId={finding.id} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <CitedBy articles={page.citedBy} />
        {tied.size === 0 ? null : (
          <section aria-labelledby="related">
            <h2 id="related">Related findings</h2>
            <dl className="facts links">
              {[...tied].map(([words, others]) => (
                <div key={words}>
                  <dt>{words}</dt>
                  {others.map(({ to, shift }) => (
                    <dd key={to.id}>
                      <RefLink to={to} />
                      {shift == null ? null : <ShiftReason shift={shift} finding={finding} />}
                    </dd>
                  ))}
                </div>
              ))}
            </dl>
          </section>
        )}
      </article>
    </main>
  );
}
