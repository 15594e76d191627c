import { ActorBoardPage } from '../../../../../components/board/actor-board-page.tsx';
import { NothingHere } from '../../../../../components/shared/nothing-here.tsx';
import { findForPage, sendOnIfMoved } from '../../../../../next/reader-api.ts';
import { readBoardQuery } from '../../../../../search-params.ts';

export default async function ActorStanceBoard({
  params,
  searchParams,
}: PageProps<'/actors/[slug]/board'>) {
  const { slug } = await params;
  const { actorKind, ...filters } = await readBoardQuery(searchParams);
  const found = await findForPage(async (api) => {
    const { actor } = await api.actors.bySlug({ slug });
    const { actors } = await api.actors.board({ slug, ...filters });
    const { items } = await api.actors.list({ limit: 100 });
    return { actor, actors, others: items.filter((each) => each.slug !== actor.slug) };
  });
  if (found === null) return <NothingHere />;
  sendOnIfMoved(slug, found.actor.slug, (now) => `/actors/${now}/board`);
  return <ActorBoardPage {...found} filters={filters} />;
}
