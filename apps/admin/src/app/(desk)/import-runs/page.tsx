import type { Metadata } from 'next';
import { ImportsScreen } from '../../../imports/imports-screen.tsx';

export const metadata: Metadata = { title: 'Imports' };

export default function Page() {
  return <ImportsScreen />;
}
