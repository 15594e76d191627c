'use client';

import { useMutation } from '@tanstack/react-query';
import type { Account } from '@viewpoints/domain/accounts/account';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { toast } from '../ui/toast.tsx';
import { RoleChoice } from './role-choice.tsx';

export function RolesDialog(props: {
  account: Account;
  isMe: boolean;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { account } = props;
  const [roles, setRoles] = useState(account.roles);
  const change = useMutation({
    mutationFn: () => viewpoints.editor.people.setRoles.mutate({ id: account.id, roles }),
    onSuccess: () => {
      toast.done(`Changed the roles of ${account.name}`);
      props.onChanged();
      props.onClose();
    },
  });
  const losesAdmin = props.isMe && account.roles.includes('admin') && !roles.includes('admin');
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
            variant={losesAdmin ? 'danger' : 'primary'}
            busy={change.isPending}
            onClick={() => change.mutate()}
          >
            {losesAdmin ? 'Give up being admin' : 'Save'}
          </Button>
        </>
      }
    >
      {change.error ? <ErrorNote error={change.error} className="mb-3" /> : null}
      <RoleChoice value={roles} onChange={setRoles} />
      {losesAdmin ? (
        <p className="mt-3 rounded-md bg-warn-soft px-3 py-2 text-warn">
          You would lose this screen yourself; another admin would have to give the role back.
        </p>
      ) : null}
    </Dialog>
  );
}
