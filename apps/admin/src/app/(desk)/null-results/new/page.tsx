import type { Metadata } from 'next';
import { NewNullResultScreen } from '../../../../null-results/new-null-result-screen.tsx';

export const metadata: Metadata = { title: 'New null result' };

export default function Page() {
  return <NewNullResultScreen />;
}
