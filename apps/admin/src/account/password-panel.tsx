'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { MIN_PASSWORD, NewPasswordField } from '../auth/password-field.tsx';
import { invalidateKeys } from '../data/query-keys.ts';
import { changePassword } from '../session/auth-calls.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { Panel } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';

export function PasswordPanel() {
  const queries = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return (
    <Panel
      title="New password"
      description="Signs you out on every other device, and ends your access tokens."
      padded
    >
      <Form
        className="max-w-sm space-y-4"
        error={error}
        onSubmit={async () => {
          setBusy(true);
          setError(null);
          try {
            await changePassword(current, next);
            setCurrent('');
            setNext('');
            await invalidateKeys(queries, [['account'], ['tokens']]);
            toast.done('Your new password is set');
          } catch (thrown) {
            setError(thrown);
          } finally {
            setBusy(false);
          }
        }}
      >
        {error ? <ErrorNote error={error} /> : null}
        <TextField
          label="Current password"
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onChange={setCurrent}
          dir="ltr"
        />
        <NewPasswordField label="New password" value={next} onChange={setNext} />
        <Button
          type="submit"
          variant="primary"
          busy={busy}
          disabled={current === '' || next.length < MIN_PASSWORD}
        >
          Set password
        </Button>
      </Form>
    </Panel>
  );
}
