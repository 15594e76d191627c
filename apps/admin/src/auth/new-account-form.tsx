'use client';

import { passwordLength } from '@viewpoints/domain/accounts/password';
import { type ReactNode, useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { signIn } from '../session/auth-calls.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useTask } from '../ui/use-task.ts';
import { NewPasswordField } from './password-field.tsx';

/** Name, e-mail address (fixed where an invitation names it) and password; then signs in. */
export function NewAccountForm(props: {
  email?: string;
  action: string;
  create: (account: { name: string; email: string; password: string }) => Promise<unknown>;
  children?: ReactNode;
}) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState(props.email ?? '');
  const [password, setPassword] = useState('');
  const { busy, error, run } = useTask({ endsWithSuccess: true });

  const submit = async () => {
    await run(async () => {
      await props.create({ name: name.trim(), email: email.trim(), password });
      await signIn(email.trim(), password);
      window.location.assign('/');
    });
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
        label="Your name"
        hint="As colleagues see it. Bylines are set separately."
        name="name"
        autoComplete="name"
        required
        autoFocus
        value={name}
        onChange={setName}
        error={reasonFor(error, 'name')}
      />
      <TextField
        label="E-mail address"
        type="email"
        name="email"
        autoComplete="username"
        required
        readOnly={props.email !== undefined}
        value={email}
        onChange={setEmail}
        dir="ltr"
        error={reasonFor(error, 'email')}
      />
      <NewPasswordField
        value={password}
        onChange={setPassword}
        error={reasonFor(error, 'password')}
      />
      <Button
        type="submit"
        variant="primary"
        busy={busy}
        disabled={name.trim() === '' || email.trim() === '' || password.length < passwordLength.min}
        className="w-full"
      >
        {props.action}
      </Button>
    </form>
  );
}
