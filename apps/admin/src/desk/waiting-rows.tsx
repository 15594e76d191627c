'use client';

import type { Description } from '../sources/description-dialog.tsx';
import { Badge } from '../ui/badge.tsx';
import { ListRow } from '../ui/list.tsx';
import { Time } from '../ui/time.tsx';

/** A waiver to sign off. */
export function WaiverRow(props: {
  waiver: {
    sourceId: string;
    sourceTitle: string;
    recordedBy: { name: string };
    grantedAt: string;
  };
}) {
  const { waiver } = props;
  return (
    <ListRow
      href={`/sources/${waiver.sourceId}#waivers`}
      title={`A waiver for “${waiver.sourceTitle}”`}
      badges={<Badge tone="warn">Waits for sign-off</Badge>}
      end={
        <span>
          {waiver.recordedBy.name} · <Time at={waiver.grantedAt} />
        </span>
      }
    />
  );
}

/** A null result to verify. */
export function NullResultRow(props: {
  nullResult: {
    id: string;
    actor: { name: string };
    issue: { name: string };
    proposedBy: { name: string };
    savedAt: string;
  };
}) {
  const { id, actor, issue, proposedBy, savedAt } = props.nullResult;
  return (
    <ListRow
      href={`/null-results/${id}`}
      title={`${actor.name}: ${issue.name}`}
      badges={<Badge tone="warn">Null result proposed</Badge>}
      end={
        <span>
          {proposedBy.name} · <Time at={savedAt} />
        </span>
      }
    />
  );
}

/** A described source, to be entered. */
export function DescriptionRow(props: {
  description: Description & { createdAt: string };
  onOpen?: () => void;
}) {
  const { description, onOpen } = props;
  return (
    <ListRow
      {...(onOpen ? { onOpen } : {})}
      title={description.what.split('\n', 1)[0] ?? ''}
      dir="auto"
      badges={<Badge tone="warn">Source described</Badge>}
      meta={
        <>
          {onOpen ? null : <span>waits for an editor</span>}
          {description.article ? (
            <span className="line-clamp-1 font-serif" dir="auto">
              {description.article.headline || 'Untitled'}
            </span>
          ) : null}
        </>
      }
      end={
        <span>
          {description.describedBy.name} · <Time at={description.createdAt} />
        </span>
      }
    />
  );
}
