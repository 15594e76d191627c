import type { Metadata } from 'next';
import { PreviewScreen } from '../../../../../article/preview/preview-screen.tsx';

export const metadata: Metadata = { title: 'Preview' };

export default async function Page(props: { params: Promise<{ id: string }> }) {
  const { id } = await props.params;
  return <PreviewScreen key={id} id={id} />;
}
