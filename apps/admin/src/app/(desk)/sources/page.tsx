import type { Metadata } from 'next';
import { SourcesScreen } from '../../../sources/sources-screen.tsx';

export const metadata: Metadata = { title: 'Sources' };

export default function Page() {
  return <SourcesScreen />;
}
