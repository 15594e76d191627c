import { ActorPage } from '../../../../components/actor/actor-page.tsx';
import { BOARD_ROWS } from '../../../../components/board/board-rows.ts';
import { NothingHere } from '../../../../components/shared/nothing-here.tsx';
import { findForPage, sendOnIfMoved } from '../../../../next/reader-api.ts';
import { readQuery } from '../../../../search-params.ts';

export default async function Actor({ params, searchParams }: PageProps<'/actors/[slug]'>) {
  const { slug } = await params;
  const { cursor } = await readQuery(searchParams, ['cursor']);
  const found = await findForPage(async (api) => ({
    ...(await api.actors.bySlug({ slug })),
    board: cursor === undefined ? (await api.actors.board({ slug, limit: BOARD_ROWS })).actors : [],
    page: await api.findings.list({ actor: slug, cursor }),
  }));
  if (found === null) return <NothingHere />;
  sendOnIfMoved(slug, found.actor.slug, (now) => `/actors/${now}`);
  return <ActorPage {...found} cursor={cursor} />;
}
