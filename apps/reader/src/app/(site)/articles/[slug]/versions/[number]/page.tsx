import { ArticlePage } from '../../../../../../components/article/article-page.tsx';
import { NothingHere } from '../../../../../../components/shared/nothing-here.tsx';
import { findForPage, sendOnIfMoved } from '../../../../../../next/reader-api.ts';

export default async function Version({ params }: PageProps<'/articles/[slug]/versions/[number]'>) {
  const { slug, number } = await params;
  const version = Number(number);
  const article = await findForPage((api) => api.articles.version({ slug, number: version }));
  if (article === null) return <NothingHere />;
  sendOnIfMoved(slug, article.slug, (now) => `/articles/${now}/versions/${version}`);
  return <ArticlePage article={article} version={version} />;
}
