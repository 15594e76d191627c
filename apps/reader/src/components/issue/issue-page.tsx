import type { FindingView, Named } from '@viewpoints/domain/findings/finding-view';
import type { IssueView } from '@viewpoints/domain/issues/issue-view';
import type { PageOf } from '@viewpoints/domain/page-of';
import { findingItems, listData } from '../../structured-data/list-data.ts';
import { FindingCard } from '../finding/finding-note.tsx';
import { feedsOfFindings } from '../shared/feed-links.tsx';
import { markdownOf, PageHead } from '../shared/page-head.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { Pager } from '../shared/pager.tsx';
import { SubscribeSection } from '../subscribe/subscribe-form.tsx';

type Props = {
  issue: IssueView;
  actors: (Named & { findingCount: number })[];
  page: PageOf<FindingView>;
  cursor: string | undefined;
};

/** An issue: who holds positions on it, and what they are. */
export function IssuePage({ issue, actors, page, cursor }: Props) {
  return (
    <main id="content" className="page">
      <PageHead
        title={issue.name}
        description={issue.description}
        path={`/issues/${issue.slug}`}
        markdown={markdownOf(`/issues/${issue.slug}`, cursor)}
        unlisted={cursor !== undefined}
        feeds={feedsOfFindings({ under: `/issues/${issue.slug}`, name: issue.name }, page.items)}
        crumbs={
          issue.parent === null
            ? []
            : [{ name: issue.parent.name, path: `/issues/${issue.parent.slug}` }]
        }
        data={(siteUrl) => [
          listData(
            { title: issue.name, path: `/issues/${issue.slug}`, items: findingItems(page.items) },
            siteUrl,
          ),
        ]}
      />
      <PageHeading
        kind={
          <>
            <span>Issue</span>
            {issue.parent === null ? null : (
              <a href={`/issues/${issue.parent.slug}`}>{issue.parent.name}</a>
            )}
          </>
        }
        title={issue.name}
      >
        {issue.description === '' ? null : <p className="standfirst">{issue.description}</p>}
        {issue.children.length === 0 ? null : (
          <p className="aliases">
            Within it:{' '}
            {issue.children.map(({ slug, name }, index) => (
              <span key={slug}>
                {index === 0 ? null : ', '}
                <a href={`/issues/${slug}`}>{name}</a>
              </span>
            ))}
          </p>
        )}
      </PageHeading>
      {actors.length === 0 ? null : (
        <section className="counted" aria-labelledby="who">
          <h2 id="who">Who holds positions</h2>
          <ul>
            {actors.map(({ slug, name, findingCount }) => (
              <li key={slug}>
                <a href={`/positions/${slug}/${issue.slug}`}>{name}</a> <span>{findingCount}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="latest">
        <h2 id="latest">Latest findings</h2>
        {page.items.length === 0 ? <p className="empty">Nothing has been reported yet.</p> : null}
        <div className="finding-list">
          {page.items.map((finding) => (
            <FindingCard key={finding.id} finding={finding} />
          ))}
        </div>
      </section>
      <Pager path={`/issues/${issue.slug}`} cursor={cursor} nextCursor={page.nextCursor} />
      <SubscribeSection subject={{ kind: 'issue', slug: issue.slug }} name={issue.name} />
    </main>
  );
}
