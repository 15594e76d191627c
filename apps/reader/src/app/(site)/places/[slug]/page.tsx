import { PlacePage } from '../../../../components/place/place-page.tsx';
import { NothingHere } from '../../../../components/shared/nothing-here.tsx';
import { findForPage, sendOnIfMoved } from '../../../../next/reader-api.ts';
import { readQuery } from '../../../../search-params.ts';

export default async function Place({ params, searchParams }: PageProps<'/places/[slug]'>) {
  const { slug } = await params;
  const { cursor } = await readQuery(searchParams, ['cursor']);
  const found = await findForPage(async (api) => ({
    place: await api.places.bySlug({ slug }),
    page: await api.articles.list({ place: slug, cursor, translations: 'together' }),
  }));
  if (found === null) return <NothingHere />;
  sendOnIfMoved(slug, found.place.slug, (now) => `/places/${now}`);
  return <PlacePage {...found} cursor={cursor} />;
}
