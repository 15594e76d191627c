import { BOARD_ROWS } from '../../../../components/board/board-rows.ts';
import { IssuePage } from '../../../../components/issue/issue-page.tsx';
import { NothingHere } from '../../../../components/shared/nothing-here.tsx';
import { findForPage, sendOnIfMoved } from '../../../../next/reader-api.ts';
import { readQuery } from '../../../../search-params.ts';

export default async function Issue({ params, searchParams }: PageProps<'/issues/[slug]'>) {
  const { slug } = await params;
  const { cursor } = await readQuery(searchParams, ['cursor']);
  const found = await findForPage(async (api) => ({
    ...(await api.issues.bySlug({ slug })),
    rows: cursor === undefined ? (await api.issues.board({ slug, limit: BOARD_ROWS })).rows : [],
    page: await api.findings.list({ issue: slug, cursor }),
  }));
  if (found === null) return <NothingHere />;
  sendOnIfMoved(slug, found.issue.slug, (now) => `/issues/${now}`);
  return <IssuePage {...found} cursor={cursor} />;
}
