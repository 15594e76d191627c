'use client';

import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import { signIn } from './auth-calls.ts';

/** E-mail address and password. A fixed `email` is shown, not asked for. */
export function SignInForm(props: { email?: string; onSignedIn: () => void }) {
  const [email, setEmail] = useState(props.email ?? '');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const submit = async () => {
    setBusy(true);
    setError(null);
    try {
      await signIn(email.trim(), password);
      props.onSignedIn();
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };

  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      {error ? <ErrorNote error={error} /> : null}
      <TextField
        label="E-mail address"
        type="email"
        name="email"
        autoComplete="username"
        required
        readOnly={props.email !== undefined}
        autoFocus={props.email === undefined}
        value={email}
        onChange={setEmail}
        dir="ltr"
      />
      <TextField
        label="Password"
        type="password"
        name="password"
        autoComplete="current-password"
        required
        autoFocus={props.email !== undefined}
        value={password}
        onChange={setPassword}
        dir="ltr"
      />
      <Button type="submit" variant="primary" busy={busy} className="w-full">
        Sign in
      </Button>
    </form>
  );
}
