'use client';

import { useState } from 'react';
import { askForReset } from '../session/auth-calls.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useTask } from '../ui/use-task.ts';
import { AuthPage } from './auth-page.tsx';

export function ForgotScreen() {
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const { busy, error, run } = useTask();
  const back = { href: '/sign-in', label: 'Back to sign-in' };

  if (sent) {
    return (
      <AuthPage
        title="Check your inbox"
        lead={
          <>
            If <strong className="font-medium text-ink">{email}</strong> has an account here, a link
            to set a new password is on its way. It works once, within the hour. Nothing there? Look
            in the spam folder, or ask the operator of the journal’s server, who can make such a
            link for you.
          </>
        }
        foot={back}
      />
    );
  }
  return (
    <AuthPage
      title="Set new password"
      lead="Give the e-mail address of your account. We send a link to it."
      foot={back}
    >
      <form
        className="space-y-4"
        onSubmit={async (event) => {
          event.preventDefault();
          await run(async () => {
            await askForReset(email.trim());
            setSent(true);
          });
        }}
      >
        {error ? <ErrorNote error={error} /> : null}
        <TextField
          label="E-mail address"
          type="email"
          name="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={setEmail}
          dir="ltr"
        />
        <Button type="submit" variant="primary" busy={busy} className="w-full">
          Send the link
        </Button>
      </form>
    </AuthPage>
  );
}
