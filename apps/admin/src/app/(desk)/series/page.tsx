import type { Metadata } from 'next';
import { SeriesScreen } from '../../../series/series-screen.tsx';

export const metadata: Metadata = { title: 'Series' };

export default function Page() {
  return <SeriesScreen />;
}
