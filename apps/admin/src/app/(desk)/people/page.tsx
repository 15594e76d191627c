import type { Metadata } from 'next';
import { PeopleScreen } from '../../../people/people-screen.tsx';

export const metadata: Metadata = { title: 'People' };

export default function Page() {
  return <PeopleScreen />;
}
