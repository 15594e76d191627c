'use client';

import { useQueryClient } from '@tanstack/react-query';
import { can, waiverSubject } from '@viewpoints/domain/accounts/permissions';
import { allowed } from '@viewpoints/domain/refusal';
import { useState } from 'react';
import { invalidateKeys } from '../data/query-keys.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { useSession } from '../session/session-provider.tsx';
import { useMay } from '../session/use-may.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toast.ts';

type Recorded = { recordedBy: string; confirmedAt: string | null };

function useMayConfirm({ recordedBy }: Recorded) {
  const { me } = useSession();
  return can(me, 'clearance.confirm', waiverSubject({ recordedBy }), me);
}

/** Says why this person may not confirm a clearance, where they may not; for the place above its buttons. */
export function ConfirmRefusal(props: { clearance: Recorded }) {
  const permission = useMayConfirm(props.clearance);
  if (permission.ok || props.clearance.confirmedAt !== null) return null;
  return <p className="text-ink-soft">{permission.reasons.map((one) => one.message).join(' ')}</p>;
}

/** Confirms a clearance as the second person, or takes it back. */
export function ClearanceActions(props: {
  clearance: Recorded & { id: string };
  /** The effect of confirming, in a sentence. */
  consequence: string;
}) {
  const { id, confirmedAt } = props.clearance;
  const queries = useQueryClient();
  const mayRecord = useMay('clearance.record');
  const [openDialog, setOpenDialog] = useState<'confirm' | 'drop' | null>(null);
  const permission = useMayConfirm(props.clearance);
  const refresh = () =>
    invalidateKeys(queries, [['clearances'], ['exposures'], ['article'], ['desk']]);
  return (
    <>
      {confirmedAt === null ? (
        <Button
          size="sm"
          decision={permission.ok ? allowed : permission}
          onClick={() => setOpenDialog('confirm')}
        >
          Confirm…
        </Button>
      ) : null}
      <Button size="sm" variant="quiet" decision={mayRecord} onClick={() => setOpenDialog('drop')}>
        Take back
      </Button>
      <ConfirmDialog
        open={openDialog === 'confirm'}
        onOpenChange={() => setOpenDialog(null)}
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
        open={openDialog === 'drop'}
        onOpenChange={() => setOpenDialog(null)}
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
