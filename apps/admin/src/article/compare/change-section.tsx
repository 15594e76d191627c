'use client';

import { Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';

export type ChangeKind = 'changed' | 'added' | 'removed' | 'moved here' | 'moved away';

const kinds: Record<ChangeKind, { label: string; tone: Tone }> = {
  changed: { label: 'Changed', tone: 'warn' },
  added: { label: 'Added', tone: 'ok' },
  removed: { label: 'Removed', tone: 'danger' },
  'moved here': { label: 'Moved here', tone: 'accent' },
  'moved away': { label: 'Moved away', tone: 'accent' },
};

/**
 * One change: what kind it is, what changed, and the way back. It takes the focus when the user
 * steps to it.
 */
export function ChangeSection(props: {
  kind: ChangeKind;
  /** The changed part: "Headline", "Finding 3", "Text". */
  name: string;
  /** Given where it can be restored; the name says what is. */
  restore?: { label: string; busy: boolean; act: () => void } | null;
  children: ReactNode;
}) {
  const { label, tone } = kinds[props.kind];
  const { restore } = props;
  return (
    <section
      data-change
      tabIndex={-1}
      aria-label={`${props.name}: ${label.toLowerCase()}`}
      className="scroll-mt-28 rounded-md border border-line bg-surface px-3 py-2 outline-none focus:border-accent focus:ring-2 focus:ring-accent"
    >
      <div className="mb-1 flex min-h-8 flex-wrap items-center gap-2" lang="en" dir="ltr">
        <Badge tone={tone}>{label}</Badge>
        <span className="flex-1 text-sm text-ink-faint">{props.name}</span>
        {restore ? (
          <Button size="sm" variant="quiet" icon={Undo2} busy={restore.busy} onClick={restore.act}>
            {restore.label}
          </Button>
        ) : null}
      </div>
      {props.children}
    </section>
  );
}
