import type { Metadata } from 'next';
import { ResetScreen } from '../../../auth/reset-screen.tsx';

export const metadata: Metadata = { title: 'Set new password' };

export default async function Page(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { token } = await props.searchParams;
  return <ResetScreen token={typeof token === 'string' ? token : null} />;
}
