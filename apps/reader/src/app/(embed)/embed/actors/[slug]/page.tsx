import { ActorBoard } from '../../../../../components/board/actor-board.tsx';
import { EmbeddedBoard } from '../../../../../components/board/embedded-board.tsx';
import { NothingHere } from '../../../../../components/shared/nothing-here.tsx';
import { findForPage, sendOnIfMoved } from '../../../../../next/reader-api.ts';
import { embedPath } from '../../../../../resources/embed-address.ts';

export default async function EmbeddedActor({ params }: PageProps<'/embed/actors/[slug]'>) {
  const { slug } = await params;
  const found = await findForPage(async (api) => ({
    ...(await api.actors.bySlug({ slug })),
    board: await api.actors.board({ slug }),
  }));
  if (found === null) return <NothingHere />;
  const { actor, board } = found;
  sendOnIfMoved(slug, actor.slug, (now) => embedPath(`/actors/${now}`));
  return (
    <EmbeddedBoard title={`Where they stand: ${actor.name}`} path={`/actors/${actor.slug}`}>
      {board.actors.every(({ rows }) => rows.length === 0) ? null : (
        <ActorBoard actors={board.actors} />
      )}
    </EmbeddedBoard>
  );
}
