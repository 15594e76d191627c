'use client';

import type { Confirmation } from '@viewpoints/domain/accounts/fresh-authentication';
import { useEffect, useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import { CodeField } from './code-field.tsx';
import { askToConfirm } from './session-fetch.ts';

type Question = { by: Confirmation; answer: (given: boolean) => void };

/**
 * Asks over the page for a password or a code, where a call needs one that was given of late. The
 * call goes on by itself then; where nobody gives it, it is refused and the page behind stays.
 */
export function ConfirmIdentityDialog() {
  const [question, setQuestion] = useState<Question | null>(null);
  useEffect(() => askToConfirm((by) => new Promise((answer) => setQuestion({ by, answer }))), []);
  const close = (given: boolean) => {
    question?.answer(given);
    setQuestion(null);
  };
  return question === null ? null : <ConfirmIdentity by={question.by} onClose={close} />;
}

function ConfirmIdentity(props: { by: Confirmation; onClose: (given: boolean) => void }) {
  const { by } = props;
  const [value, setValue] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const wrong = reasonFor(error, by);
  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      const given = by === 'code' ? { code: value } : { password: value };
      await viewpoints.editor.account.confirm.mutate(given);
      props.onClose(true);
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={() => props.onClose(false)}
      size="sm"
      title="Confirm that it is you"
      description="Changes to accounts and settings need it. You are not asked again for 15 minutes."
      footer={
        <>
          <Button onClick={() => props.onClose(false)}>Cancel</Button>
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
          if (!busy) void confirm();
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
      </form>
    </Dialog>
  );
}
