import { IssueBoardPage } from '../../../../../components/board/issue-board-page.tsx';
import { NothingHere } from '../../../../../components/shared/nothing-here.tsx';
import { findForPage, sendOnIfMoved } from '../../../../../next/reader-api.ts';
import { readBoardQuery } from '../../../../../search-params.ts';

export default async function IssueStanceBoard({
  params,
  searchParams,
}: PageProps<'/issues/[slug]/board'>) {
  const { slug } = await params;
  const filters = await readBoardQuery(searchParams);
  const found = await findForPage(async (api) => {
    const { issue, actors } = await api.issues.bySlug({ slug });
    const { rows } = await api.issues.board({ slug, ...filters });
    return { issue, actors, rows };
  });
  if (found === null) return <NothingHere />;
  sendOnIfMoved(slug, found.issue.slug, (now) => `/issues/${now}/board`);
  return <IssueBoardPage {...found} filters={filters} />;
}
