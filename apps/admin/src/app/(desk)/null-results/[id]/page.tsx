import type { Metadata } from 'next';
import { NullResultScreen } from '../../../../null-results/null-result-screen.tsx';

export const metadata: Metadata = { title: 'Null result' };

export default async function Page(props: { params: Promise<{ id: string }> }) {
  return <NullResultScreen id={(await props.params).id} />;
}
