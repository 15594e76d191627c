import { PersonPage } from '../../../../components/person/person-page.tsx';
import { NothingHere } from '../../../../components/shared/nothing-here.tsx';
import { findForPage, sendOnIfMoved } from '../../../../next/reader-api.ts';
import { readQuery } from '../../../../search-params.ts';

export default async function Person({ params, searchParams }: PageProps<'/people/[slug]'>) {
  const { slug } = await params;
  const { cursor } = await readQuery(searchParams, ['cursor']);
  const found = await findForPage(async (api) => ({
    person: await api.authors.bySlug({ slug }),
    page: await api.articles.list({ author: slug, cursor, translations: 'together' }),
  }));
  if (found === null) return <NothingHere />;
  sendOnIfMoved(slug, found.person.slug, (now) => `/people/${now}`);
  return <PersonPage {...found} cursor={cursor} />;
}
