import type { Metadata } from 'next';
import { ReleasesScreen } from '../../../releases/releases-screen.tsx';

export const metadata: Metadata = { title: 'Releases' };

export default function Page() {
  return <ReleasesScreen />;
}
