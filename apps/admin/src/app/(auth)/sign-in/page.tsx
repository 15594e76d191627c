import type { Metadata } from 'next';
import { safeNext } from '../../../auth/safe-next.ts';
import { SignInScreen } from '../../../auth/sign-in-screen.tsx';

export const metadata: Metadata = { title: 'Sign in' };

export default async function Page(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { next } = await props.searchParams;
  return <SignInScreen next={safeNext(typeof next === 'string' ? next : null)} />;
}
