import { NothingHere } from '../../../../components/shared/nothing-here.tsx';
import { SourcePage } from '../../../../components/source/source-page.tsx';
import { findForPage, sendOnIfMoved } from '../../../../next/reader-api.ts';

export default async function Source({ params }: PageProps<'/sources/[slug]'>) {
  const { slug } = await params;
  const found = await findForPage((api) => api.sources.bySlug({ slug }));
  const named = found?.source.named;
  if (found === null || named == null) return <NothingHere />;
  sendOnIfMoved(slug, named.slug, (now) => `/sources/${now}`);
  return <SourcePage source={found.source} named={named} articles={found.articles} />;
}
