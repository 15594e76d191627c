import type { Metadata } from 'next';
import { ConfirmEmailScreen } from '../../../auth/confirm-email-screen.tsx';

export const metadata: Metadata = { title: 'Confirm address' };

export default async function Page(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { token } = await props.searchParams;
  return <ConfirmEmailScreen token={typeof token === 'string' ? token : null} />;
}
