'use client';

import type { Finding } from '@viewpoints/domain/findings/finding';
import { needsItsQuote } from '@viewpoints/domain/findings/finding-workflow';
import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { Badge } from '../../../ui/badge.tsx';
import { FindingStateBadge, StanceBadge } from '../../../ui/state-badges.tsx';
import { useOptionsFor } from '../../entry-lookups.ts';

/** A finding in the list: number, who holds it, what, and whether its quote still stands. */
export const FindingRow = memo(function FindingRow(props: {
  finding: Finding;
  lost: boolean;
  onOpen: (opened: { kind: 'one'; id: string }) => void;
}) {
  const { finding } = props;
  const ids = finding.holders.flatMap(({ actorId }) => (actorId === null ? [] : [actorId]));
  const actors = new Map(useOptionsFor('actors', ids).map((option) => [option.id, option.label]));
  const holders = finding.holders.map(
    ({ actorId, wording }) => wording ?? (actorId === null ? '' : (actors.get(actorId) ?? '…')),
  );
  const closed = !needsItsQuote(finding.state);
  return (
    <li>
      <button
        type="button"
        id={`finding-${finding.id}`}
        onClick={() => props.onOpen({ kind: 'one', id: finding.id })}
        className="grid w-full grid-cols-[1.6rem_minmax(0,1fr)] gap-x-2 rounded-md px-2 py-2 text-start hover:bg-hover"
      >
        <span className="mt-0.5 grid h-5 min-w-5 place-items-center justify-self-start rounded-sm bg-ink-soft px-1 text-xs font-semibold text-surface">
          {finding.number}
        </span>
        <span className="grid min-w-0 gap-1">
          <span className="text-sm text-ink-soft" dir="auto">
            {holders.join(', ') || 'No holder yet'}
          </span>
          <span className={closed ? 'text-ink-soft line-through' : ''} dir="auto">
            {finding.proposition}
          </span>
          <span className="flex flex-wrap gap-1.5">
            <FindingStateBadge state={finding.state} />
            <StanceBadge stance={finding.stance} />
            {props.lost && !closed ? (
              <Badge tone="danger" icon={TriangleAlert}>
                Quote edited
              </Badge>
            ) : null}
          </span>
        </span>
      </button>
    </li>
  );
});
