'use client';

import type { Outputs } from '@viewpoints/client';
import { useEffect, useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { AuthPage } from './auth-page.tsx';
import { LinkActionButton, useLinkAction } from './link-action.tsx';

type RequestedChange = Outputs['emailChanges']['get'];

/**
 * Confirms a new address. Opening the link changes nothing: programs that scan mail open links too.
 * It names the requesting account, since the mailbox may be another person's.
 */
export function ConfirmEmailScreen(props: { token: string | null }) {
  const { token } = props;
  const action = useLinkAction(() =>
    viewpoints.emailChanges.confirm.mutate({ token: token ?? '' }),
  );
  const { done, isExpired, error, setError } = action;
  const [change, setChange] = useState<RequestedChange | null>(null);
  useEffect(() => {
    if (token !== null) viewpoints.emailChanges.get.query({ token }).then(setChange, setError);
  }, [token, setError]);
  const foot = { href: '/account', label: 'Your account' };
  if (token === null || isExpired) {
    return (
      <AuthPage
        title="This link can no longer be used"
        lead="Links to confirm an address work once and for an hour, and end with the session that asked for them. Ask again under Your account."
        foot={foot}
      />
    );
  }
  if (done !== null) {
    return (
      <AuthPage
        title="Your address is changed"
        lead={
          <>
            From now on, sign in as{' '}
            <strong className="font-medium wrap-anywhere text-ink">{done.email}</strong>.
          </>
        }
        foot={foot}
      />
    );
  }
  if (change === null && error === null) {
    return (
      <AuthPage title="Confirm address">
        <SkeletonRows rows={2} />
      </AuthPage>
    );
  }
  return (
    <AuthPage
      title="Confirm address"
      lead={change === null ? undefined : <Requester change={change} />}
      foot={foot}
    >
      <LinkActionButton label="Confirm address" action={action} />
    </AuthPage>
  );
}

function Requester(props: { change: RequestedChange }) {
  const { name, signedInAs } = props.change;
  const bold = (words: string) => (
    <strong className="font-medium wrap-anywhere text-ink" dir="auto">
      {words}
    </strong>
  );
  return (
    <>
      <p>
        {bold(name)} asked to sign in with this address. Once it is confirmed, other devices of that
        account are signed out. If it is not your account, close this page.
      </p>
      {signedInAs === null ? null : (
        <p className="mt-1.5">
          You are signed in as {bold(signedInAs)}. Your own account stays as it is.
        </p>
      )}
    </>
  );
}
