import { BOARD_ROWS } from '../../../../../components/board/board-rows.ts';
import { EmbeddedBoard } from '../../../../../components/board/embedded-board.tsx';
import { IssueBoard } from '../../../../../components/board/issue-board.tsx';
import { NothingHere } from '../../../../../components/shared/nothing-here.tsx';
import { findForPage, sendOnIfMoved } from '../../../../../next/reader-api.ts';
import { embedPath } from '../../../../../resources/embed-address.ts';
import { boardTitle } from '../../../../../words/board-titles.ts';

export default async function EmbeddedIssue({ params }: PageProps<'/embed/issues/[slug]'>) {
  const { slug } = await params;
  const found = await findForPage((api) => api.issues.board({ slug, limit: BOARD_ROWS }));
  if (found === null) return <NothingHere />;
  const { issue, rows } = found;
  sendOnIfMoved(slug, issue.slug, (now) => embedPath(`/issues/${now}`));
  return (
    <EmbeddedBoard title={boardTitle('issues', issue.name)} path={`/issues/${issue.slug}`}>
      {rows.length === 0 ? null : <IssueBoard issue={issue} rows={rows} />}
    </EmbeddedBoard>
  );
}
