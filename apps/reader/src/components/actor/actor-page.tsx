import type { ActorView } from '@viewpoints/domain/actors/actor-view';
import type { FindingView, Named } from '@viewpoints/domain/findings/finding-view';
import type { PageOf } from '@viewpoints/domain/page-of';
import type { ActorBoardView } from '@viewpoints/domain/positions/board-view';
import { boardSharePath } from '../../resources/share/share-address.ts';
import { boardCard } from '../../resources/share/share-card.ts';
import { actorData } from '../../structured-data/people-data.ts';
import { boardTitles } from '../../words/board-titles.ts';
import { ActorBoard } from '../board/actor-board.tsx';
import { ActorBoardForm } from '../board/board-form.tsx';
import { BoardSection } from '../board/board-section.tsx';
import { OffBoard } from '../board/off-board.tsx';
import { FindingCard } from '../finding/finding-note.tsx';
import { feedsOfFindings } from '../shared/feed-links.tsx';
import { markdownOf, PageHead } from '../shared/page-head.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { Pager } from '../shared/pager.tsx';
import { SubscribeSection } from '../subscribe/subscribe-form.tsx';

const kindWords: Record<ActorView['kind'], string> = {
  person: 'Person',
  group: 'Group',
  state: 'State',
  organisation: 'Organisation',
  office: 'Office',
};

type Props = {
  actor: ActorView;
  issues: (Named & { findingCount: number })[];
  board: ActorBoardView['actors'];
  page: PageOf<FindingView>;
  cursor: string | undefined;
};

/** An actor: who they are, on what they have spoken, and all of their positions. */
export function ActorPage({ actor, issues, board, page, cursor }: Props) {
  return (
    <main id="content" className="page">
      <PageHead
        title={actor.name}
        description={actor.description}
        path={`/actors/${actor.slug}`}
        markdown={markdownOf(`/actors/${actor.slug}`, cursor)}
        unlisted={cursor !== undefined}
        embeddable={`/actors/${actor.slug}`}
        shareImage={boardSharePath(`/actors/${actor.slug}`)}
        card={(journal) =>
          boardCard('actors', { name: actor.name, rows: board[0]?.rows ?? [] }, journal)
        }
        feeds={feedsOfFindings({ under: `/actors/${actor.slug}`, name: actor.name }, page.items)}
        crumbs={
          actor.partOf === null
            ? []
            : [{ name: actor.partOf.name, path: `/actors/${actor.partOf.slug}` }]
        }
        data={(siteUrl) => [actorData(actor, siteUrl)]}
      />
      <PageHeading
        kind={
          <>
            <span>{kindWords[actor.kind]}</span>
            {actor.partOf === null ? null : (
              <a href={`/actors/${actor.partOf.slug}`}>Part of {actor.partOf.name}</a>
            )}
          </>
        }
        title={actor.name}
      >
        {actor.description === '' ? null : <p className="standfirst">{actor.description}</p>}
        {actor.aliases.length === 0 ? null : (
          <p className="aliases">Also called {actor.aliases.join(', ')}</p>
        )}
      </PageHeading>
      {cursor === undefined && issues.length > 0 ? (
        <BoardSection
          title={boardTitles.actors}
          path={`/actors/${actor.slug}`}
          filters={<ActorBoardForm actor={actor} others={[]} />}
        >
          <ActorBoard actors={board} />
          <OffBoard
            others={issues
              .filter(({ slug }) => !board[0]?.rows.some((row) => row.slug === slug))
              .map((issue) => ({ ...issue, path: `/positions/${actor.slug}/${issue.slug}` }))}
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
      <Pager path={`/actors/${actor.slug}`} cursor={cursor} nextCursor={page.nextCursor} />
      <SubscribeSection subject={{ kind: 'actor', slug: actor.slug }} name={actor.name} />
    </main>
  );
}
