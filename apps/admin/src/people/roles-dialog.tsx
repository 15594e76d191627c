'use client';

import { useMutation } from '@tanstack/react-query';
import type { Account } from '@viewpoints/domain/accounts/account';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Checkbox } from '../ui/switch.tsx';
import { toast } from '../ui/toast.ts';
import { RoleChoice } from './role-choice.tsx';

export function RolesDialog(props: {
  account: Account;
  isMe: boolean;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { account } = props;
  const [roles, setRoles] = useState(account.roles);
  const [confirmed, setConfirmed] = useState(false);
  const losesAdmin = props.isMe && account.roles.includes('admin') && !roles.includes('admin');
  const losesAll = props.isMe && account.roles.length > 0 && roles.length === 0;
  const losesOwn = losesAdmin || losesAll;
  const change = useMutation({
    mutationFn: () =>
      viewpoints.editor.people.setRoles.mutate({
        ...{ id: account.id, roles, confirmSelf: losesOwn && confirmed },
      }),
    onSuccess: () => {
      toast.done(`Changed the roles of ${account.name}`);
      props.onChanged();
      props.onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="sm"
      title={`Roles of ${account.name}`}
      description="In force with their next click; nobody has to sign in again."
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            variant={losesOwn ? 'danger' : 'primary'}
            busy={change.isPending}
            disabled={losesOwn && !confirmed}
            onClick={() => change.mutate()}
          >
            {losesAll ? 'Give up roles' : losesAdmin ? 'Stop being admin' : 'Save'}
          </Button>
        </>
      }
    >
      {change.error ? <ErrorNote error={change.error} className="mb-3" /> : null}
      <RoleChoice value={roles} onChange={setRoles} />
      {losesOwn ? (
        <div className="mt-4 space-y-2.5 rounded-md bg-warn-soft px-3 py-2.5">
          <p className="text-warn">
            These are your own rights. You would lose this screen at once, your access tokens and
            invitations would end, and only another admin could give the roles back.
          </p>
          <Checkbox label="Remove my rights" checked={confirmed} onChange={setConfirmed} />
        </div>
      ) : null}
    </Dialog>
  );
}
