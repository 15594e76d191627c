import type { Metadata } from 'next';
import { CompareScreen } from '../../../../../article/compare/compare-screen.tsx';

export const metadata: Metadata = { title: 'Compare versions' };

export default async function Page(props: { params: Promise<{ id: string }> }) {
  const { id } = await props.params;
  return <CompareScreen key={id} id={id} />;
}
