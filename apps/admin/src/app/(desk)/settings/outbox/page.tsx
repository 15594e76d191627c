import type { Metadata } from 'next';
import { OutboxScreen } from '../../../../settings/outbox-screen.tsx';

export const metadata: Metadata = { title: 'Messages' };

export default function Page() {
  return <OutboxScreen />;
}
