import type { Metadata } from 'next';
import { NullResultsScreen } from '../../../null-results/null-results-screen.tsx';

export const metadata: Metadata = { title: 'Null results' };

export default function Page() {
  return <NullResultsScreen />;
}
