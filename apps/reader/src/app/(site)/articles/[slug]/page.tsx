import { ArticlePage } from '../../../../components/article/article-page.tsx';
import { NothingHere } from '../../../../components/shared/nothing-here.tsx';
import { findForPage, sendOnIfMoved } from '../../../../next/reader-api.ts';

export default async function Article({ params }: PageProps<'/articles/[slug]'>) {
  const { slug } = await params;
  const found = await findForPage(async (api) => {
    const [article, around] = await Promise.all([
      api.articles.bySlug({ slug }),
      api.articles.around({ slug }),
    ]);
    return { article, around };
  });
  if (found === null) return <NothingHere />;
  const { article } = found;
  sendOnIfMoved(slug, article.slug, (now) => `/articles/${now}`);
  return <ArticlePage {...found} />;
}
