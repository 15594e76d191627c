import { NothingHere } from '../../../../components/shared/nothing-here.tsx';
import { TopicPage } from '../../../../components/topic/topic-page.tsx';
import { findForPage, sendOnIfMoved } from '../../../../next/reader-api.ts';
import { readQuery } from '../../../../search-params.ts';

export default async function Topic({ params, searchParams }: PageProps<'/topics/[slug]'>) {
  const { slug } = await params;
  const { cursor } = await readQuery(searchParams, ['cursor']);
  const found = await findForPage(async (api) => ({
    topic: await api.topics.bySlug({ slug }),
    page: await api.articles.list({ topic: slug, cursor, translations: 'together' }),
  }));
  if (found === null) return <NothingHere />;
  sendOnIfMoved(slug, found.topic.slug, (now) => `/topics/${now}`);
  return <TopicPage {...found} cursor={cursor} />;
}
