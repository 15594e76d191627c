import type { Metadata } from 'next';
import { TopicsScreen } from '../../../topics/topics-screen.tsx';

export const metadata: Metadata = { title: 'Topics' };

export default function Page() {
  return <TopicsScreen />;
}
