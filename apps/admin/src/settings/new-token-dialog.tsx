'use client';

import { useMutation } from '@tanstack/react-query';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';

const lifetimes = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'One year' },
  { value: 'never', label: 'Until revoked' },
] as const;
type Lifetime = (typeof lifetimes)[number]['value'];

/** Makes a token and shows it, once. */
export function NewTokenDialog(props: { onClose: () => void; onCreated: () => void }) {
  const [name, setName] = useState('');
  const [lifetime, setLifetime] = useState<Lifetime>('90');
  const [copied, setCopied] = useState(false);
  const create = useMutation({
    mutationFn: () =>
      viewpoints.editor.tokens.create.mutate({
        name: name.trim(),
        ...(lifetime === 'never'
          ? {}
          : {
              expiresAt: new Date(Date.now() + Number(lifetime) * 86_400_000).toISOString(),
            }),
      }),
    onSuccess: props.onCreated,
  });

  if (create.data) {
    const { token } = create.data;
    return (
      <Dialog
        open
        onOpenChange={props.onClose}
        dismissible={false}
        size="sm"
        title="Copy the token now"
        description="It is not shown again. Keep it where you keep passwords."
        footer={
          <Button variant="primary" onClick={props.onClose}>
            I have copied it
          </Button>
        }
      >
        <div className="flex items-center gap-2">
          <code
            data-testid="token"
            className="min-w-0 flex-1 rounded-md bg-sunken px-2.5 py-2 break-all select-all"
          >
            {token}
          </code>
          <Button
            icon={copied ? Check : Copy}
            label={copied ? 'Copied' : 'Copy'}
            onClick={() => void navigator.clipboard.writeText(token).then(() => setCopied(true))}
          />
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="sm"
      title="New token"
      description="Name it for what will use it, to know later what stops when it is revoked."
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            type="submit"
            form="new-token"
            variant="primary"
            busy={create.isPending}
            disabled={name.trim() === ''}
          >
            Make the token
          </Button>
        </>
      }
    >
      <form
        id="new-token"
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!create.isPending) create.mutate();
        }}
      >
        {create.error ? <ErrorNote error={create.error} /> : null}
        <TextField
          label="Name"
          required
          autoFocus
          maxLength={80}
          placeholder="Nightly export"
          value={name}
          onChange={setName}
          error={reasonFor(create.error, 'name')}
        />
        <Select label="Works for" value={lifetime} onChange={setLifetime} options={lifetimes} />
      </form>
    </Dialog>
  );
}
