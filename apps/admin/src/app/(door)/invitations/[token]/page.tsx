import type { Metadata } from 'next';
import { InvitationScreen } from '../../../../door/invitation-screen.tsx';

export const metadata: Metadata = { title: 'Invitation' };

export default async function Page(props: PageProps<'/invitations/[token]'>) {
  return <InvitationScreen token={(await props.params).token} />;
}
