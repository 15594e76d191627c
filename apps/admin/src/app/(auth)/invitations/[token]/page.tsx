import type { Metadata } from 'next';
import { InvitationScreen } from '../../../../auth/invitation-screen.tsx';

export const metadata: Metadata = { title: 'Invitation' };

export default async function Page(props: { params: Promise<{ token: string }> }) {
  return <InvitationScreen token={(await props.params).token} />;
}
