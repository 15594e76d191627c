'use client';

import type { NodeDifference } from '@viewpoints/domain/document/node-difference';
import { type ChangeKind, ChangeSection } from './change-section.tsx';
import { NodeView } from './node-view.tsx';
import type { Restoring } from './use-restore.ts';

type Row = { kind: 'change'; change: Exclude<NodeDifference, { kind: 'same' }> } | SameRun;
type SameRun = { kind: 'same'; nodes: NodeDifference[] };

/** So many unchanged blocks in a row are shown; more are folded away. */
const SHOWN_UNCHANGED = 2;

/** The blocks of the text that differ, in their order, those between them folded away. */
export function BodyDifference(props: {
  body: readonly NodeDifference[];
  restoring: Restoring | null;
}) {
  return (
    <div className="difference grid gap-3">
      {rowsOf(props.body).map((row) =>
        row.kind === 'same' ? (
          <Unchanged key={`same ${row.nodes[0]?.place}`} nodes={row.nodes} />
        ) : (
          <BlockChange
            key={`${row.change.kind} ${row.change.place}`}
            change={row.change}
            restoring={props.restoring}
          />
        ),
      )}
    </div>
  );
}

function rowsOf(body: readonly NodeDifference[]): Row[] {
  const rows: Row[] = [];
  for (const each of body) {
    const last = rows.at(-1);
    if (each.kind !== 'same') rows.push({ kind: 'change', change: each });
    else if (last?.kind === 'same') last.nodes.push(each);
    else rows.push({ kind: 'same', nodes: [each] });
  }
  return rows;
}

function Unchanged({ nodes }: { nodes: readonly NodeDifference[] }) {
  const shown = nodes.map((node) => <NodeView key={node.place} difference={node} />);
  if (nodes.length <= SHOWN_UNCHANGED) return <div className="grid gap-3 px-3">{shown}</div>;
  return (
    <details className="px-3">
      <summary
        lang="en"
        className="cursor-pointer rounded-sm py-1 font-sans text-sm text-ink-soft hover:text-ink"
      >
        {nodes.length} unchanged blocks
      </summary>
      <div className="mt-2 grid gap-3">{shown}</div>
    </details>
  );
}

function BlockChange(props: {
  change: Exclude<NodeDifference, { kind: 'same' }>;
  restoring: Restoring | null;
}) {
  const { change, restoring } = props;
  const kind = kindOf(change);
  const part = { kind: 'block', place: change.place } as const;
  // An added block has no earlier form: there is nothing to restore.
  const restore = change.kind === 'added' ? null : restoring?.offer('Restore block', part);
  return (
    <ChangeSection kind={kind} name="Text" restore={restore ?? null}>
      <div className="grid gap-2">
        <NodeView
          difference={kind === 'moved away' || kind === 'moved here' ? asUnchanged(change) : change}
        />
      </div>
    </ChangeSection>
  );
}

function kindOf(change: Exclude<NodeDifference, { kind: 'same' }>): ChangeKind {
  if (change.kind === 'changed' || change.moved === null) return change.kind;
  return change.kind === 'added' ? 'moved here' : 'moved away';
}

/** The words of what only moved are the same. */
const asUnchanged = (change: NodeDifference): NodeDifference =>
  change.kind === 'changed' ? change : { kind: 'same', place: change.place, node: change.node };
