import { PositionPage } from '../../../../../components/position/position-page.tsx';
import { NothingHere } from '../../../../../components/shared/nothing-here.tsx';
import { findForPage, sendOnIfMoved } from '../../../../../next/reader-api.ts';

export default async function Position({ params }: PageProps<'/positions/[actor]/[issue]'>) {
  const slugs = await params;
  const position = await findForPage((api) => api.positions.get(slugs));
  if (position === null) return <NothingHere />;
  const { actor, issue } = position;
  sendOnIfMoved(slugs.actor, actor.slug, (now) => `/positions/${now}/${issue.slug}`);
  sendOnIfMoved(slugs.issue, issue.slug, (now) => `/positions/${actor.slug}/${now}`);
  return <PositionPage {...position} />;
}
