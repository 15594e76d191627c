'use client';

import type { Outputs } from '@viewpoints/client';
import { placeInWords } from '@viewpoints/domain/exposures/exposure-in-words';
import { Badge } from '../ui/badge.tsx';
import { ListRow } from '../ui/list.tsx';
import { Time } from '../ui/time.tsx';

export type Protection = Outputs['editor']['exposures']['overview'];

/** Whether it waits for this account, or for another since this one recorded it. */
export const waitsFor =
  (me: { id: string; fourEyes: boolean; mayConfirm: boolean }) =>
  (row: { recordedBy: { id: string } }): boolean =>
    me.mayConfirm && (row.recordedBy.id !== me.id || !me.fourEyes);

/** A clearance to confirm: an answer to an alarm, or that a source has no participants. */
export function ClearanceRow({ clearance }: { clearance: Protection['clearances'][number] }) {
  const isMention = clearance.kind === 'not_a_mention';
  const title = isMention
    ? `A name in ${placeInWords(clearance.place)}${clearance.headline ? ` of “${clearance.headline}”` : ''}`
    : `Nobody to enter in “${clearance.sourceTitle}”`;
  return (
    <ListRow
      href={`/sources/${clearance.sourceId}#clearances`}
      title={title}
      badges={<Badge tone="warn">To confirm</Badge>}
      end={
        <span>
          {clearance.recordedBy.name} · <Time at={clearance.recordedAt} />
        </span>
      }
    >
      <p className="text-ink-soft">{clearance.why}</p>
    </ListRow>
  );
}

/** A change of a source that would protect less, to confirm. */
export function SourceChangeRow({ change }: { change: Protection['sourceChanges'][number] }) {
  return (
    <ListRow
      href={`/sources/${change.sourceId}`}
      title={`A change of “${change.title}”`}
      badges={<Badge tone="warn">To confirm</Badge>}
      end={
        <span>
          {change.recordedBy.name} · <Time at={change.recordedAt} />
        </span>
      }
    />
  );
}
