import type { Metadata } from 'next';
import { ActorsScreen } from '../../../actors/actors-screen.tsx';

export const metadata: Metadata = { title: 'Actors' };

export default function Page() {
  return <ActorsScreen />;
}
