'use client';

import { useQueryClient } from '@tanstack/react-query';
import { passwordLength } from '@viewpoints/domain/accounts/password';
import { useState } from 'react';
import { NewPasswordField } from '../auth/password-field.tsx';
import { invalidateKeys } from '../data/query-keys.ts';
import { changePassword } from '../session/auth-calls.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { Panel } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.ts';
import { useTask } from '../ui/use-task.ts';

export function PasswordPanel() {
  const queries = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const { busy, error, run } = useTask();
  return (
    <Panel
      id="password"
      title="New password"
      description="Signs you out on every other device, and ends your access tokens."
      padded
    >
      <Form
        className="max-w-sm space-y-4"
        error={error}
        onSubmit={async () => {
          await run(async () => {
            await changePassword(current, next);
            setCurrent('');
            setNext('');
            await invalidateKeys(queries, [['account'], ['tokens']]);
            toast.done('Your new password is set');
          });
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
          disabled={current === '' || next.length < passwordLength.min}
        >
          Set password
        </Button>
      </Form>
    </Panel>
  );
}
