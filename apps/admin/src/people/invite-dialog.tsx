'use client';

import { useMutation } from '@tanstack/react-query';
import type { Role } from '@viewpoints/domain/accounts/account';
import { useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { GivenLink } from './invitation-link-dialog.tsx';
import { RoleChoice } from './role-choice.tsx';

export function InviteDialog(props: {
  sendsMail: boolean;
  onClose: () => void;
  onInvited: (given: GivenLink) => void;
}) {
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<Role[]>(['contributor']);
  const invite = useMutation({
    mutationFn: () => viewpoints.editor.people.invite.mutate({ email: email.trim(), roles }),
    onSuccess: ({ email, link }) => {
      props.onInvited({ email, link, sent: true });
      props.onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="sm"
      title="Invite somebody"
      description={
        props.sendsMail
          ? 'They are sent a link, choose a name and a password, and are in.'
          : 'You get a link to pass on. They choose a name and a password, and are in.'
      }
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            type="submit"
            form="invite"
            variant="primary"
            busy={invite.isPending}
            disabled={email.trim() === '' || roles.length === 0}
          >
            {props.sendsMail ? 'Send the invitation' : 'Make the invitation'}
          </Button>
        </>
      }
    >
      <Form
        id="invite"
        className="space-y-4"
        error={invite.error}
        onSubmit={() => {
          if (!invite.isPending) invite.mutate();
        }}
      >
        {invite.error ? <ErrorNote error={invite.error} /> : null}
        <TextField
          label="E-mail address"
          type="email"
          required
          autoFocus
          value={email}
          onChange={setEmail}
          error={reasonFor(invite.error, 'email')}
          dir="ltr"
        />
        <RoleChoice value={roles} onChange={setRoles} />
      </Form>
    </Dialog>
  );
}
