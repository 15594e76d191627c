'use client';

import { useQueryClient } from '@tanstack/react-query';
import { can, findingSubject } from '@viewpoints/domain/accounts/permissions';
import {
  type Finding,
  findingContentOf,
  type Quote,
  verifiedContentOf,
} from '@viewpoints/domain/findings/finding';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import { useMemo, useRef, useState } from 'react';
import { viewpoints } from '../../../data/viewpoints.ts';
import { useSession } from '../../../session/session-provider.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { FindingStateBadge } from '../../../ui/state-badges.tsx';
import { toast } from '../../../ui/toast.ts';
import { useFocusAfterStep } from '../../../ui/use-focus-after-step.ts';
import { useFocusOnRefusal } from '../../../ui/use-focus-on-refusal.ts';
import { showFinding } from '../../article-data.ts';
import { CommentButton } from '../../comments/comment-button.tsx';
import type { ArticleSession } from '../../screen/use-article-session.ts';
import { QuoteCheckBox } from '../quote-check/on-demand.tsx';
import { useTrack } from '../use-tracks.ts';
import { AttributionCheck } from './attribution-check.tsx';
import { BeforeVerifying } from './before-verifying.tsx';
import { FieldConflicts } from './field-conflicts-on-demand.tsx';
import { FindingActions, useFindingDecision } from './finding-actions.tsx';
import { FindingForm } from './finding-form.tsx';
import { FINDING_HEADING, FindingFrame } from './finding-frame.tsx';
import { LinksBox } from './links-box.tsx';
import { QuoteBox } from './quote-box.tsx';
import { SaveBar } from './save-bar.tsx';
import { useFindingForm } from './use-finding-form.ts';
import { writtenNames } from './written-names.ts';

/** One finding: its quote, all its fields, and its actions. */
export function FindingDetail(props: {
  finding: Finding;
  session: ArticleSession;
  onBack: () => void;
  /** Opens another finding of this article, or its list. */
  onOpen: (id: string | null) => void;
}) {
  const { finding, session } = props;
  const { me } = useSession();
  const client = useQueryClient();
  const [reanchoring, setReanchoring] = useState(false);
  const stored = useMemo(() => findingContentOf(finding), [finding]);
  const track = useTrack(session.editor, finding.id);
  const decisionOn = useFindingDecision(finding, session);
  const mayEdit = decisionOn('edit').ok;
  useFocusAfterStep(finding.state, () => document.getElementById(FINDING_HEADING)?.focus());

  const form = useFindingForm({
    which: finding.id,
    stored,
    seen: finding.updatedAt,
    save: async (content, seen) => {
      const saved = await session.after(() =>
        viewpoints.editor.findings.save.mutate({
          id: finding.id,
          seen: seen ?? finding.updatedAt,
          content,
        }),
      );
      showFinding(client, saved);
    },
    reload: async () => {
      const { findings } = await session.refresh();
      const now = findings.find(({ id }) => id === finding.id) ?? finding;
      return { stored: findingContentOf(now), seen: now.updatedAt };
    },
  });

  const root = useRef<HTMLFormElement>(null);
  useFocusOnRefusal(root, form.error);

  // The quote of the draft is never saved.
  const { evidence } = form.draft;
  const draft = { ...form.draft, evidence: { ...evidence, quote: finding.evidence.quote } };
  const isForDeskOnly =
    stableJson(verifiedContentOf(draft)) === stableJson(verifiedContentOf(stored));

  const reanchor = async (quote: Quote) => {
    setReanchoring(true);
    try {
      const moved = await session.after(() =>
        viewpoints.editor.findings.reanchor.mutate({ id: finding.id, quote }),
      );
      showFinding(client, moved);
      toast.done('The finding has its quote again.');
    } catch (error) {
      form.setError(error);
    } finally {
      setReanchoring(false);
    }
  };

  return (
    <FindingFrame
      ref={root}
      title={`Finding ${finding.number}`}
      badge={
        <>
          <FindingStateBadge state={finding.state} />
          <CommentButton on={{ kind: 'finding', findingId: finding.id }} what="this finding" />
        </>
      }
      onBack={props.onBack}
      onSave={() => void form.save()}
    >
      <QuoteBox
        finding={finding}
        track={track}
        editor={session.editor}
        language={session.content.language}
        direction={session.content.direction}
        mayReanchor={decisionOn('reanchor').ok}
        busy={reanchoring}
        onReanchor={(quote) => void reanchor(quote)}
      />
      <AttributionCheck finding={finding} session={session} />
      <FindingActions
        finding={finding}
        session={session}
        dirty={form.dirty}
        onRefused={form.setError}
        onOpen={props.onOpen}
      />
      {finding.state === 'proposed' && mayEdit ? (
        <BeforeVerifying finding={finding} draft={form.draft} session={session} />
      ) : null}
      {form.taken.length > 0 ? (
        <p role="status" className="rounded-md bg-sunken px-3 py-2 text-ink-soft">
          Somebody else saved {writtenNames(form.taken)} meanwhile.
        </p>
      ) : null}
      {form.conflicts.length > 0 ? (
        <FieldConflicts
          fields={form.conflicts}
          theirs={form.stored}
          mine={form.draft}
          onDecide={form.decide}
        />
      ) : null}
      {form.error ? <ErrorNote error={form.error} /> : null}
      <FindingForm
        draft={form.draft}
        set={form.set}
        disabled={!mayEdit}
        errorAt={form.errorAt}
        mayCreate={can(me, 'actor.create', null, me).ok}
      />
      <LinksBox
        finding={finding}
        session={session}
        disabled={!can(me, 'finding.link', findingSubject(finding), me).ok}
      />
      <QuoteCheckBox finding={finding} session={session} dirty={form.dirty} />
      {mayEdit ? (
        <SaveBar
          dirty={form.dirty}
          busy={form.busy}
          undecided={form.conflicts.length > 0}
          label="Save the finding"
          consequence={
            form.conflicts.length > 0
              ? 'Choose between your values and theirs first.'
              : isForDeskOnly
                ? null
                : finding.state === 'verified'
                  ? 'Saving returns it to proposed: it has to be verified again.'
                  : finding.state === 'published'
                    ? 'Readers keep what is published until the next version, for which it has to be verified again.'
                    : null
          }
          onDiscard={form.discard}
        />
      ) : null}
    </FindingFrame>
  );
}
