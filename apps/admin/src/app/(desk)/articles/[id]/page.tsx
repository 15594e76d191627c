import type { Metadata } from 'next';
import { ArticleScreen } from '../../../../article/article-screen.tsx';

export const metadata: Metadata = { title: 'Article' };

export default async function Page(props: { params: Promise<{ id: string }> }) {
  const { id } = await props.params;
  return <ArticleScreen key={id} id={id} />;
}
