import type { Metadata } from 'next';
import { ImportScreen } from '../../../../imports/import-screen.tsx';

export const metadata: Metadata = { title: 'Import' };

export default async function Page(props: { params: Promise<{ id: string }> }) {
  return <ImportScreen id={(await props.params).id} />;
}
