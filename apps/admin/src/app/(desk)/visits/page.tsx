import type { Metadata } from 'next';
import { VisitsScreen } from '../../../visits/visits-screen.tsx';

export const metadata: Metadata = { title: 'Readership' };

export default function Page() {
  return <VisitsScreen />;
}
