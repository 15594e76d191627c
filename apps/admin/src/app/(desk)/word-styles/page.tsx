import type { Metadata } from 'next';
import { WordStylesScreen } from '../../../imports/word-styles-screen.tsx';

export const metadata: Metadata = { title: 'Word styles' };

export default function Page() {
  return <WordStylesScreen />;
}
