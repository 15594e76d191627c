import type { Metadata } from 'next';
import { RedirectsScreen } from '../../../redirects/redirects-screen.tsx';

export const metadata: Metadata = { title: 'Redirects' };

export default function Page() {
  return <RedirectsScreen />;
}
