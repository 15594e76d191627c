'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { invalidateKeys } from '../data/query-keys.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { Panel } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';

/** The address that one signs in with. */
export function EmailPanel(props: { email: string }) {
  const queries = useQueryClient();
  const [email, setEmail] = useState(props.email);
  const change = useMutation({
    mutationFn: () => viewpoints.editor.account.changeEmail.mutate({ email: email.trim() }),
    onSuccess: async (changed) => {
      setEmail(changed.email);
      await invalidateKeys(queries, [['account'], ['me'], ['people']]);
      toast.done(`From now on, sign in as ${changed.email}`);
    },
  });
  const wrong = reasonFor(change.error, 'email');
  return (
    <Panel
      title="E-mail address"
      description="You sign in with it, and links for a new password go there."
      padded
    >
      <Form
        className="max-w-sm space-y-4"
        error={change.error}
        onSubmit={() => {
          if (!change.isPending) change.mutate();
        }}
      >
        {change.error && !wrong ? <ErrorNote error={change.error} /> : null}
        <TextField
          label="E-mail address"
          labelHidden
          type="email"
          autoComplete="email"
          required
          value={email}
          onChange={setEmail}
          error={wrong}
          dir="ltr"
        />
        <Button
          type="submit"
          variant="primary"
          busy={change.isPending}
          disabled={email.trim() === props.email}
        >
          Change address
        </Button>
      </Form>
    </Panel>
  );
}
