import type { Metadata } from 'next';
import { InstallationScreen } from '../../../../settings/installation-screen.tsx';

export const metadata: Metadata = { title: 'Installation' };

export default function Page() {
  return <InstallationScreen />;
}
