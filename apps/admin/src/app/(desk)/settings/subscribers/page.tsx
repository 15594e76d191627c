import type { Metadata } from 'next';
import { SubscribersScreen } from '../../../../settings/subscribers/subscribers-screen.tsx';

export const metadata: Metadata = { title: 'Subscribers' };

export default function Page() {
  return <SubscribersScreen />;
}
