import type { Metadata } from 'next';
import { TokensScreen } from '../../../../settings/tokens-screen.tsx';

export const metadata: Metadata = { title: 'Access tokens' };

export default function Page() {
  return <TokensScreen />;
}
