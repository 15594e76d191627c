import type { Metadata } from 'next';
import { FindingsScreen } from '../../../findings/findings-screen.tsx';

export const metadata: Metadata = { title: 'Findings' };

export default function Page() {
  return <FindingsScreen />;
}
