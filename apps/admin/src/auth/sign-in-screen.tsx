'use client';

import { SignInForm } from '../session/sign-in-form.tsx';
import { DoorPage } from './auth-page.tsx';

export function SignInScreen(props: { next: string }) {
  return (
    <DoorPage title="Sign in" foot={{ href: '/forgot', label: 'I have forgotten my password' }}>
      {/* A full load, so that the first page of the desk comes with its account and roles. */}
      <SignInForm onSignedIn={() => window.location.assign(props.next)} />
    </DoorPage>
  );
}
