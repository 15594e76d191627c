import type { ReaderCalls } from '@viewpoints/api/reader-caller';

/** The first pages of readers, and those that change with each publication. */
const LISTS = ['/', '/archive', '/findings', '/corrections', '/feeds/articles.rss'];

/**
 * Pages that an instance renders soon after it has started, so that no reader waits for one-time
 * work (code of a kind of page, connections, plans of queries): the lists, and the newest article
 * with its topics.
 */
export async function listFirstPages(calls: ReaderCalls): Promise<string[]> {
  const { items } = await calls.articles.list({ limit: 1 });
  return [
    ...LISTS,
    ...items.flatMap(({ slug, topics }) => [
      `/articles/${slug}`,
      ...topics.map((topic) => `/topics/${topic.slug}`),
    ]),
  ];
}
