import type { Named } from '@viewpoints/domain/findings/finding-view';
import type { IssueView } from '@viewpoints/domain/issues/issue-view';
import type { IssueBoardFilters } from '@viewpoints/domain/positions/board-filters';
import type { ActorRow } from '@viewpoints/domain/positions/board-view';
import { hasPosition } from '@viewpoints/domain/positions/has-position';
import { boardTitle, boardTitles } from '../../words/board-titles.ts';
import { PageHead } from '../shared/page-head.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { IssueBoardForm } from './board-form.tsx';
import { BOARD_PAGE_ROWS } from './board-rows.ts';
import { BoardKey } from './board-section.tsx';
import { EmbedCode } from './embed-code.tsx';
import { HeldOn } from './held-on.tsx';
import { IssueBoard } from './issue-board.tsx';
import { OffBoard } from './off-board.tsx';

type Props = {
  issue: IssueView;
  actors: readonly Named[];
  rows: readonly ActorRow[];
  filters: IssueBoardFilters;
};

/** The stance board of an issue by itself: narrowed, or as it was held on a day. */
export function IssueBoardPage({ issue, actors, rows, filters }: Props) {
  const path = `/issues/${issue.slug}`;
  return (
    <main id="content" className="page">
      <PageHead
        title={boardTitle('issues', issue.name)}
        description={issue.description}
        path={`${path}/board`}
        unlisted
      />
      <PageHeading kind={<a href={path}>{issue.name}</a>} title={boardTitles.issues}>
        <HeldOn on={filters.on} whole={path} />
      </PageHeading>
      <section className="board-section" aria-label="Stance board">
        <IssueBoardForm issue={issue} actors={actors} filters={filters} />
        {rows.length === 0 ? (
          <p className="empty">
            No actor fits this. <a href={path}>Show all actors</a>
          </p>
        ) : (
          <>
            <IssueBoard issue={issue} rows={rows.slice(0, BOARD_PAGE_ROWS)} />
            <OffBoard
              others={rows
                .slice(BOARD_PAGE_ROWS)
                .filter(hasPosition)
                .map((row) => ({ ...row, path: `/positions/${row.slug}/${issue.slug}` }))}
            />
          </>
        )}
        <BoardKey />
        <EmbedCode path={path} title={boardTitle('issues', issue.name)} />
      </section>
    </main>
  );
}
