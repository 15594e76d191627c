import type { Metadata } from 'next';
import { RestoreEmailScreen } from '../../../auth/restore-email-screen.tsx';

export const metadata: Metadata = { title: 'Restore address' };

export default async function Page(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { token } = await props.searchParams;
  return <RestoreEmailScreen token={typeof token === 'string' ? token : null} />;
}
