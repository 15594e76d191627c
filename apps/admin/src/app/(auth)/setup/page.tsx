import type { Metadata } from 'next';
import { SetupScreen } from '../../../auth/setup-screen.tsx';
import { readSetupStatus } from '../../../session/read-setup-status.ts';

export const metadata: Metadata = { title: 'Set up' };

export default async function Page(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { token } = await props.searchParams;
  const { owned } = await readSetupStatus();
  return <SetupScreen token={typeof token === 'string' ? token : null} owned={owned} />;
}
