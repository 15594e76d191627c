'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { useRef, useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { invalidateKeys } from '../data/query-keys.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { Panel } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.ts';
import { useFocusAfterStep } from '../ui/use-focus-after-step.ts';
import { PendingEmail } from './pending-email.tsx';

/** Shows the address of the account, and requests a change, which takes effect once confirmed. */
export function EmailPanel(props: { account: Outputs['editor']['account']['get'] }) {
  const { email: current, pendingEmail, sendsMail } = props.account;
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const request = useMutation({
    mutationFn: () => viewpoints.editor.account.requestEmailChange.mutate({ email: email.trim() }),
    onSuccess: async () => {
      setEmail('');
      await invalidateKeys(queries, [['account']]);
      toast.done('Now confirm the new address');
    },
  });
  const field = useRef<HTMLInputElement>(null);
  useFocusAfterStep(pendingEmail === null ? 'none' : 'pending', () => field.current?.focus());
  const wrong = reasonFor(request.error, 'email');
  return (
    <Panel
      id="email"
      title="E-mail address"
      description={
        <>
          You sign in as <strong className="font-medium text-ink">{current}</strong>, and links for
          a new password go there.
        </>
      }
      padded
    >
      {pendingEmail === null ? null : <PendingEmail pending={pendingEmail} sendsMail={sendsMail} />}
      <Form
        className="max-w-sm space-y-4"
        error={request.error}
        onSubmit={() => {
          if (!request.isPending) request.mutate();
        }}
      >
        {request.error && !wrong ? <ErrorNote error={request.error} /> : null}
        <TextField
          ref={field}
          label="New address"
          hint="A link to confirm it is sent there. Confirming signs out your other devices."
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
          busy={request.isPending}
          disabled={email.trim() === ''}
        >
          Change address
        </Button>
      </Form>
    </Panel>
  );
}
