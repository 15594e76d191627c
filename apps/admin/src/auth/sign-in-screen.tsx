'use client';

import { SignInForm } from '../session/sign-in-form.tsx';
import { AuthPage } from './auth-page.tsx';

export function SignInScreen(props: { next: string }) {
  return (
    <AuthPage title="Sign in" foot={{ href: '/forgot', label: 'Forgotten password?' }}>
      {/* A full load, so that the first page of the desk comes with its account and roles. */}
      <SignInForm onSignedIn={() => window.location.assign(props.next)} />
    </AuthPage>
  );
}
