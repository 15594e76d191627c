'use client';

import { passwordLength } from '@viewpoints/domain/accounts/password';
import { useState } from 'react';
import { resetPassword } from '../session/auth-calls.ts';
import { Button, ButtonLink, buttonClass } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useTask } from '../ui/use-task.ts';
import { AuthPage } from './auth-page.tsx';
import { NewPasswordField } from './password-field.tsx';

export function ResetScreen(props: { token: string | null }) {
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const { busy, error, run } = useTask();
  const { token } = props;

  if (!token) {
    return (
      <AuthPage
        title="This link can no longer be used"
        lead="Links to set a password work once and for an hour."
      >
        <ButtonLink href="/forgot" variant="primary">
          Request new link
        </ButtonLink>
      </AuthPage>
    );
  }
  if (done) {
    return (
      <AuthPage title="Your new password is set" lead="Sign in with it to go on.">
        <a href="/sign-in" className={buttonClass('primary')}>
          Sign in
        </a>
      </AuthPage>
    );
  }
  return (
    <AuthPage title="Set new password" foot={{ href: '/forgot', label: 'Request new link' }}>
      <form
        className="space-y-4"
        onSubmit={async (event) => {
          event.preventDefault();
          await run(async () => {
            await resetPassword(token, password);
            setDone(true);
          });
        }}
      >
        {error ? <ErrorNote error={error} /> : null}
        <NewPasswordField label="New password" autoFocus value={password} onChange={setPassword} />
        <Button
          type="submit"
          variant="primary"
          busy={busy}
          disabled={password.length < passwordLength.min}
          className="w-full"
        >
          Set password
        </Button>
      </form>
    </AuthPage>
  );
}
