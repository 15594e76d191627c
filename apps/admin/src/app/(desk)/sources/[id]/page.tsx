import type { Metadata } from 'next';
import { SourceScreen } from '../../../../sources/source-screen.tsx';

export const metadata: Metadata = { title: 'Source' };

export default async function Page(props: { params: Promise<{ id: string }> }) {
  return <SourceScreen id={(await props.params).id} />;
}
