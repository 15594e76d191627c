'use client';

import { viewpoints } from '../data/viewpoints.ts';
import { buttonClass } from '../ui/button.tsx';
import { AuthPage } from './auth-page.tsx';
import { NewAccountForm } from './new-account-form.tsx';

/**
 * The first account of a journal, by the one-time link that starting it prints.
 * @param props.owned Null if it is not known: the link can be tried, and the API refuses it if it
 *   is no longer valid.
 */
export function SetupScreen(props: { token: string | null; owned: boolean | null }) {
  const { token } = props;
  if (props.owned ?? !token) {
    return (
      <AuthPage
        title="This journal has an owner already"
        lead="The set-up link works once. If you have an account, sign in; if not, ask an admin to invite you."
      >
        <a href="/sign-in" className={buttonClass('primary')}>
          Sign in
        </a>
      </AuthPage>
    );
  }
  if (!token) {
    return (
      <AuthPage
        title="Open the set-up link"
        lead="Nobody owns this journal yet. Starting it prints a one-time link, in the terminal or the log: open that link to make the first account."
      />
    );
  }
  return (
    <AuthPage
      title="First account"
      lead="It owns the journal: it writes, publishes, invites others and changes settings. You can hand out these roles one by one later."
    >
      <NewAccountForm
        action="Create account"
        create={(account) => viewpoints.setup.claim.mutate({ token, ...account })}
      />
    </AuthPage>
  );
}
