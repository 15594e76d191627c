import type { ActorView } from '@viewpoints/domain/actors/actor-view';
import type { Named } from '@viewpoints/domain/findings/finding-view';
import type { BoardFilters } from '@viewpoints/domain/positions/board-filters';
import type { ActorBoardView } from '@viewpoints/domain/positions/board-view';
import { boardTitle } from '../../words/board-titles.ts';
import { PageHead } from '../shared/page-head.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { ActorBoard } from './actor-board.tsx';
import { ActorBoardForm } from './board-form.tsx';
import { BoardKey } from './board-section.tsx';
import { EmbedCode } from './embed-code.tsx';
import { HeldOn } from './held-on.tsx';

type Props = {
  actor: ActorView;
  others: readonly Named[];
  actors: ActorBoardView['actors'];
  filters: BoardFilters & { actors?: string | undefined };
};

/** Where an actor stands on every issue: narrowed, on a day, or beside another. */
export function ActorBoardPage({ actor, others, actors, filters }: Props) {
  const path = `/actors/${actor.slug}`;
  const title = actors.map(({ name }) => name).join(' and ');
  const isEmpty = actors.every(({ rows }) => rows.length === 0);
  return (
    <main id="content" className="page">
      <PageHead
        title={boardTitle('actors', title)}
        description={actor.description}
        path={`${path}/board`}
        unlisted
      />
      <PageHeading kind={<a href={path}>{actor.name}</a>} title={boardTitle('actors', title)}>
        <HeldOn on={filters.on} whole={path} />
      </PageHeading>
      <section className="board-section" aria-label="Stance board">
        <ActorBoardForm actor={actor} others={others} filters={filters} />
        {isEmpty ? (
          <p className="empty">
            No position fits this. <a href={path}>Show all positions</a>
          </p>
        ) : (
          <ActorBoard actors={actors} />
        )}
        <BoardKey />
        <EmbedCode path={path} title={boardTitle('actors', actor.name)} />
      </section>
    </main>
  );
}
