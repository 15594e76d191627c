import type { Metadata } from 'next';
import { ReleaseScreen } from '../../../../releases/release-screen.tsx';

export const metadata: Metadata = { title: 'Release' };

export default async function Page(props: { params: Promise<{ id: string }> }) {
  return <ReleaseScreen id={(await props.params).id} />;
}
