import type { Metadata } from 'next';
import { IssuesScreen } from '../../../issues/issues-screen.tsx';

export const metadata: Metadata = { title: 'Issues' };

export default function Page() {
  return <IssuesScreen />;
}
