import type { Metadata } from 'next';
import { UploadScreen } from '../../../../../imports/uploads/upload-screen.tsx';

export const metadata: Metadata = { title: 'Import' };

export default async function Page(props: { params: Promise<{ id: string }> }) {
  return <UploadScreen id={(await props.params).id} />;
}
