'use client';

import { ListChecks, MessageSquareQuote } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { focusWhenShown } from '../../../ui/focus-when-shown.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import type { ArticleSession } from '../../screen/use-article-session.ts';
import type { FindingDraft } from '../finding-draft.ts';
import { useLostFindings } from '../use-tracks.ts';
import { FINDING_HEADING } from './finding-frame.tsx';
import { FindingRow } from './finding-row.tsx';
import { ChangeSeveralDialog, FindingDetail, NewFinding } from './on-demand.tsx';

/** The open finding: none, one by its id, or one that is about to be proposed. */
export type OpenFinding =
  | { kind: 'list' }
  | { kind: 'one'; id: string }
  | { kind: 'new'; start: FindingDraft; requestedAt: number };

/** The findings of the article, or the one that is open. */
export function FindingsPanel(props: {
  session: ArticleSession;
  open: OpenFinding;
  onOpen: (open: OpenFinding) => void;
  canPropose: boolean;
  onPropose: () => void;
  /** Goes on with the finding that is begun and not proposed, where there is one. */
  onGoOn: (() => void) | null;
}) {
  const { session, open, onOpen } = props;
  const [several, setSeveral] = useState(false);
  const lost = useLostFindings(session.editor);
  const toList = () => onOpen({ kind: 'list' });
  const finding =
    open.kind === 'one' ? session.data.findings.find(({ id }) => id === open.id) : undefined;

  useFocusKept(open, finding !== undefined, session);

  if (open.kind === 'new') {
    return (
      <NewFinding
        key={open.requestedAt}
        start={open.start}
        session={session}
        onBack={toList}
        onProposed={(id) => onOpen({ kind: 'one', id })}
      />
    );
  }
  if (finding) {
    return (
      <FindingDetail
        key={finding.id}
        finding={finding}
        session={session}
        onBack={toList}
        onOpen={(id) => onOpen(id === null ? { kind: 'list' } : { kind: 'one', id })}
      />
    );
  }
  const findings = session.data.findings;
  return (
    <div className="grid gap-3">
      {findings.length === 0 ? (
        <EmptyState icon={MessageSquareQuote} title="No findings yet">
          {props.canPropose ? (
            <>
              Put the cursor in a sentence that carries somebody’s position and press{' '}
              <Kbd keys="mod+shift+f" />.
            </>
          ) : (
            'Nobody has proposed one.'
          )}
        </EmptyState>
      ) : (
        <ul aria-label="Findings" className="-mx-2 grid gap-0.5">
          {findings.map((one) => (
            <FindingRow key={one.id} finding={one} lost={lost.has(one.id)} onOpen={onOpen} />
          ))}
        </ul>
      )}
      {props.onGoOn ? (
        <div className="flex flex-wrap items-center justify-between gap-2 rounded-md bg-warn-soft px-3 py-2">
          <p>A new finding was started but not proposed.</p>
          <Button size="sm" onClick={props.onGoOn}>
            Continue
          </Button>
        </div>
      ) : null}
      {props.canPropose ? (
        <Button icon={MessageSquareQuote} keys="mod+shift+f" onClick={props.onPropose}>
          Propose a finding
        </Button>
      ) : null}
      {props.canPropose && findings.length > 1 ? (
        <Button icon={ListChecks} onClick={() => setSeveral(true)}>
          Change several…
        </Button>
      ) : null}
      {several ? <ChangeSeveralDialog session={session} onClose={() => setSeveral(false)} /> : null}
    </div>
  );
}

/**
 * The pressed button disappears as another finding opens; the focus moves to what replaces it: the
 * finding's heading, its row in the list or, where one was not proposed after all, the text.
 */
function useFocusKept(open: OpenFinding, shown: boolean, session: ArticleSession): void {
  const before = useRef(open);
  useEffect(() => {
    const was = before.current;
    if (was === open || (open.kind === 'one' && !shown)) return;
    before.current = open;
    if (document.activeElement !== document.body) return;
    if (open.kind === 'one') focusWhenShown(() => document.getElementById(FINDING_HEADING));
    else if (open.kind === 'list') {
      if (was.kind === 'one') document.getElementById(`finding-${was.id}`)?.focus();
      else session.editor?.commands.focus();
    }
  }, [open, shown, session.editor]);
}
