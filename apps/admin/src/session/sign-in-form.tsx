'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useTask } from '../ui/use-task.ts';
import { giveCode, signIn } from './auth-calls.ts';
import { CodeField } from './code-field.tsx';

/** E-mail address and password, then a code if the account needs one. A fixed `email` is shown. */
export function SignInForm(props: { email?: string; onSignedIn: () => void }) {
  const [email, setEmail] = useState(props.email ?? '');
  const [password, setPassword] = useState('');
  const [needsCode, setNeedsCode] = useState(false);

  if (needsCode) {
    return (
      <CodeForm
        onBack={() => {
          setPassword('');
          setNeedsCode(false);
        }}
        onSignedIn={props.onSignedIn}
      />
    );
  }
  return (
    <Step
      action="Sign in"
      submit={async () => {
        const answer = await signIn(email.trim(), password);
        if (answer.needsCode) setNeedsCode(true);
        else props.onSignedIn();
      }}
    >
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
    </Step>
  );
}

function CodeForm(props: { onBack: () => void; onSignedIn: () => void }) {
  const [code, setCode] = useState('');
  return (
    <Step
      action="Confirm"
      submit={async () => {
        await giveCode(code);
        props.onSignedIn();
      }}
    >
      <CodeField value={code} onChange={setCode} />
      <Button variant="quiet" onClick={props.onBack} className="w-full">
        Back
      </Button>
    </Step>
  );
}

/** One step of signing in: its fields, what is wrong, and the button. */
function Step(props: { action: string; submit: () => Promise<void>; children: ReactNode }) {
  const { busy, error, run } = useTask({ endsWithSuccess: true });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={async (event) => {
        event.preventDefault();
        if (busy) return;
        await run(props.submit);
      }}
    >
      {error ? <ErrorNote error={error} /> : null}
      {props.children}
      <Button type="submit" variant="primary" busy={busy} className="w-full">
        {props.action}
      </Button>
    </form>
  );
}
