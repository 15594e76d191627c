import type { Metadata } from 'next';
import { DeskScreen } from '../../desk/desk-screen.tsx';

export const metadata: Metadata = { title: 'Desk' };

export default function Page() {
  return <DeskScreen />;
}
