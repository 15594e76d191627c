import type { Metadata } from 'next';
import { ArticlesScreen } from '../../../articles/articles-screen.tsx';

export const metadata: Metadata = { title: 'Articles' };

export default function Page() {
  return <ArticlesScreen />;
}
