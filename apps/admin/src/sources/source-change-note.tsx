'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { can, waiverSubject } from '@viewpoints/domain/accounts/permissions';
import { allowed } from '@viewpoints/domain/refusal';
import type { Source, SourceContent } from '@viewpoints/domain/sources/source';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { useSession } from '../session/session-provider.tsx';
import { useMay } from '../session/use-may.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Time } from '../ui/time.tsx';
import { toast } from '../ui/toast.ts';
import { fieldInWords, sourceLabels } from './source-content.ts';

/** A change of a source that would protect less, and so waits for a second person. */
export function SourceChangeNote(props: { source: Source; onDecided: () => void }) {
  const { source } = props;
  const { me } = useSession();
  const queries = useQueryClient();
  const mayEdit = useMay('source.edit');
  const [openDialog, setOpenDialog] = useState<'confirm' | 'discard' | null>(null);
  const change = useQuery({
    queryKey: ['sources', 'change', source.id],
    queryFn: () => viewpoints.editor.sources.change.get.query({ id: source.id }),
  });
  if (!change.data) return null;
  const { recordedBy, recordedAt, content } = change.data;
  const fields = change.data.fields as (keyof SourceContent)[];
  const permission = can(
    me,
    'source.confirm_change',
    waiverSubject({ recordedBy: recordedBy.id }),
    me,
  );
  const decide = async (act: () => Promise<unknown>, done: string) => {
    await act();
    await queries.invalidateQueries({ queryKey: ['sources'] });
    await queries.invalidateQueries({ queryKey: ['exposures'] });
    props.onDecided();
    toast.done(done);
  };
  return (
    <section
      aria-label="Change to confirm"
      className="mb-5 grid gap-3 rounded-md border border-warn/40 bg-warn-soft px-3 py-2.5"
    >
      <p>
        {recordedBy.id === me.id ? 'You' : recordedBy.name} asked <Time at={recordedAt} /> for a
        change that would protect less. It waits for a second person; until then the source stays as
        it is below.
      </p>
      <dl className="grid gap-2">
        {fields.map((field) => (
          <div key={field}>
            <dt className="text-sm font-semibold">{sourceLabels[field]}</dt>
            <dd className="break-words" dir="auto">
              <del className="text-ink-soft">{fieldInWords(source, field)}</del>{' '}
              <ins className="no-underline">{fieldInWords(content, field)}</ins>
            </dd>
          </div>
        ))}
      </dl>
      {permission.ok ? null : (
        <p className="text-ink-soft">{permission.reasons.map((one) => one.message).join(' ')}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          decision={permission.ok ? allowed : permission}
          onClick={() => setOpenDialog('confirm')}
        >
          Confirm…
        </Button>
        <Button
          size="sm"
          variant="quiet"
          decision={mayEdit}
          onClick={() => setOpenDialog('discard')}
        >
          Discard…
        </Button>
      </div>
      <ConfirmDialog
        open={openDialog === 'confirm'}
        onOpenChange={() => setOpenDialog(null)}
        title="Confirm this change?"
        consequence="It takes effect for readers at once. Your name is kept in the record as the second person."
        action="Confirm"
        onConfirm={() =>
          decide(
            () => viewpoints.editor.sources.change.confirm.mutate({ id: source.id }),
            'Confirmed.',
          )
        }
      />
      <ConfirmDialog
        open={openDialog === 'discard'}
        onOpenChange={() => setOpenDialog(null)}
        title="Discard this change?"
        consequence="The source stays as it is, and the change would have to be made again."
        action="Discard"
        danger
        onConfirm={() =>
          decide(
            () => viewpoints.editor.sources.change.discard.mutate({ id: source.id }),
            'Discarded. The source stays as it is.',
          )
        }
      />
    </section>
  );
}
