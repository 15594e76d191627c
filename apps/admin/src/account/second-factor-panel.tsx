'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { counted } from '@viewpoints/domain/text/counted';
import { useState } from 'react';
import { invalidateKeys } from '../data/query-keys.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Panel } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { toast } from '../ui/toast.ts';
import { RecoveryCodesDialog } from './recovery-codes-dialog.tsx';
import { SetUpAppDialog } from './set-up-app-dialog.tsx';

type Factor = Outputs['editor']['account']['get']['secondFactor'];
type Open = 'set up' | 'turn off' | 'new codes' | null;

/** Codes of an app, required after the password. */
export function SecondFactorPanel(props: { factor: Factor }) {
  const { factor } = props;
  const api = viewpoints.editor.account.secondFactor;
  const queries = useQueryClient();
  const again = () => invalidateKeys(queries, [['account'], ['people']]);
  const [open, setOpen] = useState<Open>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const close = () => setOpen(null);
  const begin = useMutation({
    mutationFn: () => api.begin.mutate(),
    onSuccess: () => setOpen('set up'),
    onError: (error) => toast.failed(error, 'The app could not be set up.'),
  });
  return (
    <Panel
      id="second-factor"
      title="Second factor"
      description="A code of an app on your phone, after the password: a stolen password alone lets nobody in."
      padded
    >
      {factor === null ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p>Off: your password alone signs you in.</p>
          <Button variant="primary" busy={begin.isPending} onClick={() => begin.mutate()}>
            Set up app
          </Button>
        </div>
      ) : (
        <div className="space-y-3">
          <p>
            <Time at={factor.since} prefix="On," />. {codesLeft(factor.recoveryCodesLeft)}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setOpen('new codes')}>New recovery codes…</Button>
            <Button variant="danger-quiet" onClick={() => setOpen('turn off')}>
              Turn off…
            </Button>
          </div>
        </div>
      )}
      {open === 'set up' && begin.data ? (
        <SetUpAppDialog
          {...begin.data}
          onClose={close}
          onDone={(given) => {
            close();
            setCodes(given);
            void again();
          }}
        />
      ) : null}
      {codes ? <RecoveryCodesDialog codes={codes} onClose={() => setCodes(null)} /> : null}
      <ConfirmDialog
        open={open === 'new codes'}
        onOpenChange={close}
        title="Make new recovery codes?"
        consequence="Those you have stop working at once."
        action="Make new codes"
        onConfirm={async () => {
          const { recoveryCodes } = await api.renewRecoveryCodes.mutate();
          setCodes(recoveryCodes);
          await again();
        }}
      />
      <ConfirmDialog
        open={open === 'turn off'}
        onOpenChange={close}
        danger
        title="Turn off the second factor?"
        consequence="Your password alone signs you in again. The app and your recovery codes stop working for this account."
        action="Turn off"
        onConfirm={async () => {
          await api.turnOff.mutate();
          await again();
          toast.done('The second factor is off');
        }}
      />
    </Panel>
  );
}

function codesLeft(count: number): string {
  if (count === 0) return 'You have no recovery codes left: make new ones.';
  return `${counted(count, 'recovery code is', 'recovery codes are')} left.`;
}
