import { registerColumns } from '@viewpoints/domain/positions/board-labels';
import type { ActorBoardView, IssueRow } from '@viewpoints/domain/positions/board-view';
import { hasPosition } from '@viewpoints/domain/positions/has-position';
import { BoardCellContent } from './board-cell.tsx';
import { BoardTable, columnsOf } from './board-table.tsx';

type Props = { actors: ActorBoardView['actors'] };

/** Where an actor stands on every issue; of several actors, beside each other. */
export function ActorBoard({ actors }: Props) {
  const [actor] = actors;
  if (actor === undefined || actors.length > 1) return <ComparedActors actors={actors} />;
  return (
    <BoardTable
      caption={`Where ${actor.name} stands`}
      rowHeading="Issue"
      rows={actor.rows}
      pathOf={(row) =>
        hasPosition(row) ? `/positions/${actor.slug}/${row.slug}` : `/issues/${row.slug}`
      }
    />
  );
}

/** Issues by row and actors by column: what each says in public, and in private. */
function ComparedActors({ actors }: Props) {
  const issues = new Map(actors.flatMap(({ rows }) => rows.map(({ slug, name }) => [slug, name])));
  const slugs = [...issues.keys()];
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: on a phone it is laid out as a list
    <table className="board board-compared" role="table">
      <caption className="visually-hidden">
        {actors.map(({ name }) => name).join(', ')}: where they stand
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            Issue
          </th>
          {actors.map(({ slug, name }) => (
            <th key={slug} scope="col" role="columnheader">
              <a href={`/actors/${slug}`}>{name}</a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {slugs.map((issue) => (
          <tr key={issue} role="row">
            <th scope="row" role="rowheader">
              <a href={`/issues/${issue}`} dir="auto">
                {issues.get(issue)}
              </a>
            </th>
            {actors.map(({ slug, name, rows }) => (
              <td key={slug} role="cell">
                <p className="board-where" aria-hidden="true">
                  {name}
                </p>
                <BothRegisters row={rows.find((row) => row.slug === issue)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: on a phone it is laid out as a list
  );
}

function BothRegisters({ row }: { row: IssueRow | undefined }) {
  if (row === undefined) return <p className="board-blank">Not looked for</p>;
  return columnsOf([row]).map((register) => (
    <div key={register} className="board-register">
      <p className="board-in">{registerColumns[register]}</p>
      <BoardCellContent cell={row[register]} register={null} />
    </div>
  ));
}
