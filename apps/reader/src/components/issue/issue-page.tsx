import type { FindingView, Named } from '@viewpoints/domain/findings/finding-view';
import type { IssueView } from '@viewpoints/domain/issues/issue-view';
import type { PageOf } from '@viewpoints/domain/page-of';
import type { ActorRow } from '@viewpoints/domain/positions/board-view';
import { boardSharePath } from '../../resources/share/share-address.ts';
import { boardCard } from '../../resources/share/share-card.ts';
import { findingItems, listData } from '../../structured-data/list-data.ts';
import { boardTitles } from '../../words/board-titles.ts';
import { IssueBoardForm } from '../board/board-form.tsx';
import { BoardSection } from '../board/board-section.tsx';
import { IssueBoard } from '../board/issue-board.tsx';
import { OffBoard } from '../board/off-board.tsx';
import { FindingCard } from '../finding/finding-note.tsx';
import { feedsOfFindings } from '../shared/feed-links.tsx';
import { markdownOf, PageHead } from '../shared/page-head.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { Pager } from '../shared/pager.tsx';
import { SubscribeSection } from '../subscribe/subscribe-form.tsx';

type Props = {
  issue: IssueView;
  actors: (Named & { findingCount: number })[];
  rows: readonly ActorRow[];
  page: PageOf<FindingView>;
  cursor: string | undefined;
};

/** An issue: who holds positions on it, and what they are. */
export function IssuePage({ issue, actors, rows, page, cursor }: Props) {
  return (
    <main id="content" className="page">
      <PageHead
        title={issue.name}
        description={issue.description}
        path={`/issues/${issue.slug}`}
        markdown={markdownOf(`/issues/${issue.slug}`, cursor)}
        unlisted={cursor !== undefined}
        embeddable={`/issues/${issue.slug}`}
        shareImage={boardSharePath(`/issues/${issue.slug}`)}
        card={(journal) => boardCard('issues', { name: issue.name, rows }, journal)}
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
      {cursor === undefined && rows.length > 0 ? (
        <BoardSection
          title={boardTitles.issues}
          path={`/issues/${issue.slug}`}
          filters={<IssueBoardForm issue={issue} actors={actors} />}
        >
          <IssueBoard issue={issue} rows={rows} />
          <OffBoard
            others={actors
              .filter(({ slug }) => !rows.some((row) => row.slug === slug))
              .map((actor) => ({ ...actor, path: `/positions/${actor.slug}/${issue.slug}` }))}
          />
        </BoardSection>
      ) : null}
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
