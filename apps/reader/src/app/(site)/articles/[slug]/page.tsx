import { ArticlePage } from '../../../../components/article-page.tsx';
import { NothingHere } from '../../../../components/nothing-here.tsx';
import { findForPage, sendOnIfMoved } from '../../../../reader-api.ts';

export default async function Article({ params }: PageProps<'/articles/[slug]'>) {
  const { slug } = await params;
  const article = await findForPage((api) => api.articles.bySlug({ slug }));
  if (article === null) return <NothingHere />;
  sendOnIfMoved(slug, article.slug, (now) => `/articles/${now}`);
  return <ArticlePage article={article} />;
}
