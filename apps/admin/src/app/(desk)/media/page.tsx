import type { Metadata } from 'next';
import { MediaScreen } from '../../../media/media-screen.tsx';

export const metadata: Metadata = { title: 'Media' };

export default function Page() {
  return <MediaScreen />;
}
