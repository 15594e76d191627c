import type { Metadata } from 'next';
import { ForgotScreen } from '../../../door/forgot-screen.tsx';

export const metadata: Metadata = { title: 'Set a new password' };

export default function Page() {
  return <ForgotScreen />;
}
