'use client';

import type { Confirmation } from '@viewpoints/domain/accounts/fresh-authentication';
import { useEffect, useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useTask } from '../ui/use-task.ts';
import { CodeField } from './code-field.tsx';
import { canSign, signWithPasskey } from './sign-with-passkey.ts';

type Given = Parameters<typeof viewpoints.editor.account.confirm.mutate>[0];

/** Prompts for a password, a code or a passkey, and has the server check it. */
export function ConfirmIdentity(props: {
  by: Confirmation;
  onConfirmed: () => void;
  onClose: () => void;
}) {
  const { by } = props;
  const [value, setValue] = useState('');
  const { busy, error, run } = useTask({ endsWithSuccess: true });
  const wrong = reasonFor(error, by);
  const hasPasskey = useHasPasskey();
  const confirm = async (give: () => Promise<Given>) => {
    await run(async () => {
      await viewpoints.editor.account.confirm.mutate(await give());
      props.onConfirmed();
    });
  };
  const typed = async () => (by === 'code' ? { code: value } : { password: value });
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="sm"
      title="Confirm your identity"
      description="Changes to accounts and settings need it. You are not asked again for 15 minutes."
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" form="confirm-identity" variant="primary" busy={busy}>
            Confirm
          </Button>
        </>
      }
    >
      <form
        id="confirm-identity"
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void confirm(typed);
        }}
      >
        {error && !wrong ? <ErrorNote error={error} /> : null}
        {by === 'code' ? (
          <CodeField value={value} onChange={setValue} error={wrong} />
        ) : (
          <TextField
            label="Password"
            type="password"
            autoComplete="current-password"
            required
            autoFocus
            value={value}
            onChange={setValue}
            error={wrong}
            dir="ltr"
          />
        )}
        {hasPasskey ? (
          <Button busy={busy} onClick={() => void confirm(signWithPasskey)}>
            Use a passkey
          </Button>
        ) : null}
      </form>
    </Dialog>
  );
}

/** Whether the account has a passkey, and this browser can use one. */
function useHasPasskey(): boolean {
  const [has, setHas] = useState(false);
  useEffect(() => {
    if (!canSign()) return;
    // Without an answer the password or the code remains.
    viewpoints.editor.account.passkeys.list.query().then(
      (passkeys) => setHas(passkeys.length > 0),
      () => {},
    );
  }, []);
  return has;
}
