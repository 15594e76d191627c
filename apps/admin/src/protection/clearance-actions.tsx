'use client';

import { useQueryClient } from '@tanstack/react-query';
import { can, waiverSubject } from '@viewpoints/domain/accounts/permissions';
import { allowed } from '@viewpoints/domain/refusal';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { useSession } from '../session/session-provider.tsx';
import { useMay } from '../session/use-may.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toast.tsx';

/** Confirms a clearance as the second person, or takes it back. */
export function ClearanceActions(props: {
  clearance: { id: string; recordedBy: string; confirmedAt: string | null };
  /** What confirming allows, in a sentence. */
  consequence: string;
}) {
  const { id, recordedBy, confirmedAt } = props.clearance;
  const { me } = useSession();
  const queries = useQueryClient();
  const mayRecord = useMay('clearance.record');
  const [asked, setAsked] = useState<'confirm' | 'drop' | null>(null);
  const permission = can(me, 'clearance.confirm', waiverSubject({ recordedBy }), me);
  const refresh = () =>
    Promise.all(
      [['clearances'], ['exposures'], ['article'], ['desk']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  return (
    <>
      {confirmedAt === null ? (
        <Button
          size="sm"
          decision={permission.ok ? allowed : permission}
          onClick={() => setAsked('confirm')}
        >
          Confirm…
        </Button>
      ) : null}
      <Button size="sm" variant="quiet" decision={mayRecord} onClick={() => setAsked('drop')}>
        Take back
      </Button>
      <ConfirmDialog
        open={asked === 'confirm'}
        onOpenChange={() => setAsked(null)}
        title="Confirm this?"
        consequence={`${props.consequence} Your name is kept in the record as the second person.`}
        action="Confirm"
        onConfirm={async () => {
          await viewpoints.editor.clearances.confirm.mutate({ id });
          await refresh();
          toast.done('Confirmed.');
        }}
      />
      <ConfirmDialog
        open={asked === 'drop'}
        onOpenChange={() => setAsked(null)}
        title="Take this back?"
        consequence="The question it answered is open again, and is asked before anything is published."
        action="Take back"
        danger
        onConfirm={async () => {
          await viewpoints.editor.clearances.drop.mutate({ id });
          await refresh();
          toast.done('Taken back.');
        }}
      />
    </>
  );
}
