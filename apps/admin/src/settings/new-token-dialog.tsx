'use client';

import { useMutation } from '@tanstack/react-query';
import { Scope, tokenDays } from '@viewpoints/domain/accounts/account';
import { useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { scopes as words } from '../form-labels.ts';
import { Button } from '../ui/button.tsx';
import { CopyText } from '../ui/copy-text.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { Select } from '../ui/select.tsx';
import { Checkbox } from '../ui/switch.tsx';
import { TextField } from '../ui/text-field.tsx';

const lifetimes = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: String(tokenDays.default), label: `${tokenDays.default} days` },
  { value: String(tokenDays.most), label: 'One year' },
];

/** Makes a token and shows it, once. */
export function NewTokenDialog(props: { onClose: () => void; onCreated: () => void }) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>(['read']);
  const [days, setDays] = useState(String(tokenDays.default));
  const create = useMutation({
    mutationFn: () =>
      viewpoints.editor.tokens.create.mutate({ name: name.trim(), scopes, days: Number(days) }),
    onSuccess: props.onCreated,
  });

  if (create.data) {
    return (
      <Dialog
        open
        onOpenChange={props.onClose}
        dismissible={false}
        size="sm"
        title="Copy token"
        description="It is not shown again. Keep it where you keep passwords."
        footer={
          <Button variant="primary" onClick={props.onClose}>
            Done
          </Button>
        }
      >
        <CopyText text={create.data.token} testId="token" />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="sm"
      title="New token"
      description="For one program. Give it no more than that program needs."
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            type="submit"
            form="new-token"
            variant="primary"
            busy={create.isPending}
            disabled={name.trim() === '' || scopes.length === 0}
          >
            Create token
          </Button>
        </>
      }
    >
      <Form
        id="new-token"
        className="space-y-4"
        error={create.error}
        onSubmit={() => {
          if (!create.isPending) create.mutate();
        }}
      >
        {create.error ? <ErrorNote error={create.error} /> : null}
        <TextField
          label="Name"
          hint="What will use it, to know later what stops when it ends."
          required
          autoFocus
          maxLength={80}
          placeholder="Nightly export"
          value={name}
          onChange={setName}
          error={reasonFor(create.error, 'name')}
        />
        <fieldset className="space-y-2.5">
          <legend className="mb-1.5 text-sm font-medium text-ink-soft">Permissions</legend>
          {Scope.options.map((scope) => (
            <Checkbox
              key={scope}
              label={words[scope].label}
              hint={words[scope].hint}
              checked={scopes.includes(scope)}
              onChange={(on) =>
                setScopes(
                  Scope.options.filter((each) => (each === scope ? on : scopes.includes(each))),
                )
              }
            />
          ))}
          <p className="text-sm text-ink-faint">
            No token approves, verifies or signs off, invites anybody, or changes roles and
            settings: a person does, signed in.
          </p>
        </fieldset>
        <Select label="Valid for" value={days} onChange={setDays} options={lifetimes} />
      </Form>
    </Dialog>
  );
}
