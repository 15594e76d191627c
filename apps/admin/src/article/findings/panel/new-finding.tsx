'use client';

import { useQueryClient } from '@tanstack/react-query';
import { can } from '@viewpoints/domain/accounts/permissions';
import { useEffect, useRef } from 'react';
import { viewpoints } from '../../../data/viewpoints.ts';
import { useSession } from '../../../session/session-provider.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { toast } from '../../../ui/toast.ts';
import { useFocusOnRefusal } from '../../../ui/use-focus-on-refusal.ts';
import { showFinding } from '../../article-data.ts';
import type { ArticleSession } from '../../screen/use-article-session.ts';
import type { FindingDraft } from '../finding-draft.ts';
import { NEW_FINDING } from '../in-text/finding-tracks.ts';
import { FindingForm } from './finding-form.tsx';
import { FindingFrame } from './finding-frame.tsx';
import { SaveBar } from './save-bar.tsx';
import { useFindingForm } from './use-finding-form.ts';

/** A finding that is about to be proposed, its quote filled in. */
export function NewFinding(props: {
  start: FindingDraft;
  session: ArticleSession;
  onProposed: (id: string) => void;
  onBack: () => void;
}) {
  const { session } = props;
  const { me } = useSession();
  const client = useQueryClient();
  const form = useFindingForm({
    which: NEW_FINDING,
    stored: props.start,
    seen: null,
    save: async (content) => {
      const finding = await session.after(() =>
        viewpoints.editor.findings.propose.mutate({
          articleId: session.id,
          seen: session.autosave.seen(),
          content,
        }),
      );
      showFinding(client, finding);
      toast.done(`Finding ${finding.number} is proposed.`);
      props.onProposed(finding.id);
    },
  });

  // The proposition is put into one's own words first of all.
  const quoted = useRef(props.start.evidence.quote?.exact);
  const root = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const field = root.current?.querySelector('textarea');
    field?.focus();
    if (field && field.value === quoted.current) field.select();
  }, []);

  useFocusOnRefusal(root, form.error);

  return (
    <FindingFrame
      ref={root}
      title="New finding"
      onBack={props.onBack}
      onSave={() => void form.save()}
    >
      <blockquote
        data-field="quote"
        dir={session.content.direction}
        lang={session.content.language}
        className="max-h-40 overflow-y-auto border-s-2 border-accent ps-3 font-serif text-lg leading-snug"
      >
        {form.draft.evidence.quote?.exact}
      </blockquote>
      {form.error ? <ErrorNote error={form.error} /> : null}
      <FindingForm
        draft={form.draft}
        set={form.set}
        disabled={false}
        errorAt={form.errorAt}
        mayCreate={can(me, 'actor.create', null, me).ok}
      />
      <SaveBar
        dirty
        busy={form.busy}
        label="Propose"
        onDiscard={() => {
          form.discard();
          props.onBack();
        }}
      />
    </FindingFrame>
  );
}
