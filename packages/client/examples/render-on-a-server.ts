import { createViewpoints } from '@viewpoints/client';

/** The newest headlines, as a server component of Next may load them: answers are kept for reuse. */
export async function newestHeadlines(url: string): Promise<string[]> {
  const viewpoints = createViewpoints({
    url,
    fetch: (address, init) => fetch(address, { ...init, cache: 'force-cache' }),
  });
  const { items } = await viewpoints.articles.list.query({ limit: 5 });
  return items.map(({ headline }) => headline);
}
