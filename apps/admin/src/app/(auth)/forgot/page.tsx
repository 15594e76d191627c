import type { Metadata } from 'next';
import { ForgotScreen } from '../../../auth/forgot-screen.tsx';

export const metadata: Metadata = { title: 'Set new password' };

export default function Page() {
  return <ForgotScreen />;
}
