import { ActorBoard } from '../../../../../components/board/actor-board.tsx';
import { BOARD_ROWS } from '../../../../../components/board/board-rows.ts';
import { EmbeddedBoard } from '../../../../../components/board/embedded-board.tsx';
import { NothingHere } from '../../../../../components/shared/nothing-here.tsx';
import { findForPage, sendOnIfMoved } from '../../../../../next/reader-api.ts';
import { embedPath } from '../../../../../resources/embed-address.ts';
import { boardTitle } from '../../../../../words/board-titles.ts';

export default async function EmbeddedActor({ params }: PageProps<'/embed/actors/[slug]'>) {
  const { slug } = await params;
  const found = await findForPage((api) => api.actors.board({ slug, limit: BOARD_ROWS }));
  const actor = found?.actors[0];
  if (found === null || actor === undefined) return <NothingHere />;
  sendOnIfMoved(slug, actor.slug, (now) => embedPath(`/actors/${now}`));
  return (
    <EmbeddedBoard title={boardTitle('actors', actor.name)} path={`/actors/${actor.slug}`}>
      {actor.rows.length === 0 ? null : <ActorBoard actors={found.actors} />}
    </EmbeddedBoard>
  );
}
