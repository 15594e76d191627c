import { SeriesPage } from '../../../../components/series/series-page.tsx';
import { NothingHere } from '../../../../components/shared/nothing-here.tsx';
import { findForPage, sendOnIfMoved } from '../../../../next/reader-api.ts';

export default async function Series({ params }: PageProps<'/series/[slug]'>) {
  const { slug } = await params;
  const page = await findForPage((api) => api.series.bySlug({ slug }));
  if (page === null) return <NothingHere />;
  sendOnIfMoved(slug, page.series.slug, (now) => `/series/${now}`);
  return <SeriesPage page={page} />;
}
