'use client';

import type { Role } from '@viewpoints/domain/accounts/account';
import { useEffect, useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { RoleBadge } from '../ui/state-badges.tsx';
import { AuthPage } from './auth-page.tsx';
import { NewAccountForm } from './new-account-form.tsx';

type Invited = { email: string; roles: Role[] };

/** Accepts an invitation: the address and the roles are fixed, name and password are entered. */
export function InvitationScreen(props: { token: string }) {
  const [invited, setInvited] = useState<Invited | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    viewpoints.invitations.get.query({ token: props.token }).then(setInvited, setError);
  }, [props.token]);

  if (error) {
    return (
      <AuthPage
        title="This invitation cannot be used"
        foot={{ href: '/sign-in', label: 'Sign in' }}
      >
        <ErrorNote error={error}>
          <p>
            Invitations work once and for a few days. Ask the person who invited you for a new one.
          </p>
        </ErrorNote>
      </AuthPage>
    );
  }
  if (!invited) {
    return (
      <AuthPage title="Your invitation">
        <SkeletonRows rows={3} />
      </AuthPage>
    );
  }
  return (
    <AuthPage
      title="You are invited"
      lead={
        <span className="flex flex-wrap items-center gap-1.5">
          Your roles:
          {invited.roles.map((role) => (
            <RoleBadge key={role} role={role} />
          ))}
        </span>
      }
    >
      <NewAccountForm
        email={invited.email}
        action="Create account"
        create={({ name, password }) =>
          viewpoints.invitations.accept.mutate({ token: props.token, name, password })
        }
      />
    </AuthPage>
  );
}
