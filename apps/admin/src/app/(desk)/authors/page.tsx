import type { Metadata } from 'next';
import { AuthorsScreen } from '../../../authors/authors-screen.tsx';

export const metadata: Metadata = { title: 'Authors' };

export default function Page() {
  return <AuthorsScreen />;
}
