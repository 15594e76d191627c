import type { Outputs } from '@viewpoints/client';
import { Badge } from '../ui/badge.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { Panel } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';

/** Releases that did not go out at their time: nothing of them was published. */
export function StoppedReleases(props: { releases: Outputs['editor']['desk']['stoppedReleases'] }) {
  if (props.releases.length === 0) return null;
  return (
    <Panel title="Stopped releases">
      <List label="Stopped releases">
        {props.releases.map(({ id, name, stoppedAt }) => (
          <ListRow
            key={id}
            href={`/releases/${id}`}
            title={name}
            badges={<Badge tone="danger">Stopped</Badge>}
            meta="An article in it was refused. Nothing was published."
            end={<Time at={stoppedAt} />}
          />
        ))}
      </List>
    </Panel>
  );
}
