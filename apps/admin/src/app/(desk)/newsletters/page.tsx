import type { Metadata } from 'next';
import { NewslettersScreen } from '../../../newsletters/newsletters-screen.tsx';

export const metadata: Metadata = { title: 'Newsletters' };

export default function Page() {
  return <NewslettersScreen />;
}
