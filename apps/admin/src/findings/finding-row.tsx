'use client';

import type { FindingState } from '@viewpoints/domain/findings/finding';
import type { Stance } from '@viewpoints/domain/findings/finding-fields';
import { useSession } from '../session/session-provider.tsx';
import { DueDay } from '../ui/due-day.tsx';
import { ListRow } from '../ui/list.tsx';
import { FindingStateBadge, StanceBadge } from '../ui/state-badges.tsx';
import { Time } from '../ui/time.tsx';

/** The part of a finding that a row needs; lists of the API return more. */
export type FindingInList = {
  id: string;
  number: number | null;
  state: FindingState;
  stance: Stance;
  proposition: string;
  article: { id: string; headline: string };
  holders: readonly { actor: { name: string } | null; wording: string | null }[];
  issues: readonly { id: string; name: string }[];
  /** Null if it is shown as published, and opens on the reading site. */
  proposedBy: { name: string } | null;
  reviewBy: string | null;
  updatedAt: string;
};

/** Opens the article at the finding, which is read and verified at its sentence. */
export function FindingRow(props: { finding: FindingInList }) {
  const { finding } = props;
  const { readerUrl } = useSession();
  const holders = finding.holders
    .map((holder) => holder.actor?.name ?? holder.wording)
    .filter(Boolean)
    .join(', ');
  return (
    <ListRow
      href={
        finding.proposedBy
          ? `/articles/${finding.article.id}?finding=${finding.id}`
          : `${readerUrl}/findings/${finding.id}`
      }
      title={finding.proposition}
      badges={
        <>
          <StanceBadge stance={finding.stance} />
          <FindingStateBadge state={finding.state} />
          {finding.reviewBy ? <DueDay label="Review by" day={finding.reviewBy} /> : null}
        </>
      }
      meta={
        <>
          <span dir="auto">{holders || 'No holder yet'}</span>
          {finding.issues.length > 0 ? (
            <span>{finding.issues.map((issue) => issue.name).join(', ')}</span>
          ) : null}
          <span className="line-clamp-1 font-serif" dir="auto">
            {finding.article.headline || 'Untitled'}
            {finding.number === null ? '' : `, no. ${finding.number}`}
          </span>
        </>
      }
      end={
        <span>
          {finding.proposedBy ? `${finding.proposedBy.name} · ` : ''}
          <Time at={finding.updatedAt} />
        </span>
      }
    />
  );
}
