import type { ActorKind } from '@viewpoints/domain/actors/actor';
import { actorGroups } from '@viewpoints/domain/positions/board-labels';
import type { ActorRow } from '@viewpoints/domain/positions/board-view';
import { hasPosition } from '@viewpoints/domain/positions/has-position';
import { boardTitles } from '../../words/board-titles.ts';
import { BoardTable } from './board-table.tsx';

type Props = { issue: { slug: string; name: string }; rows: readonly ActorRow[] };

/** So many rows are taken in without groups. */
const FEW_ROWS = 8;

const groups = Object.keys(actorGroups) as ActorKind[];

/** Where each actor stands on an issue. Kinds of actors fold on a long board. */
export function IssueBoard({ issue, rows }: Props) {
  const present = groups.flatMap((kind) => {
    const ofKind = rows.filter((row) => row.kind === kind);
    return ofKind.length === 0 ? [] : [{ kind, ofKind }];
  });
  const table = (label: string, some: readonly ActorRow[]) => (
    <BoardTable
      caption={`${label}: ${issue.name}`}
      rowHeading="Actor"
      rows={some}
      pathOf={(row) =>
        hasPosition(row) ? `/positions/${row.slug}/${issue.slug}` : `/actors/${row.slug}`
      }
    />
  );
  if (present.length < 2 || rows.length <= FEW_ROWS) return table(boardTitles.issues, rows);
  return present.map(({ kind, ofKind }) => (
    <details key={kind} className="board-group" open>
      <summary>
        {actorGroups[kind]} <span>{ofKind.length}</span>
      </summary>
      {table(actorGroups[kind], ofKind)}
    </details>
  ));
}
