import type { Metadata } from 'next';
import { PagesScreen } from '../../../journal-pages/pages-screen.tsx';

export const metadata: Metadata = { title: 'Pages' };

export default function Page() {
  return <PagesScreen />;
}
