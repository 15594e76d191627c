import type { Chart } from '@viewpoints/domain/document/blocks/chart';
import type { Direction } from '@viewpoints/domain/values';
import { findForPage, sendOnIfMoved } from '../../next/reader-api.ts';

/** A chart of an article as it is published now. */
export type FoundChart = {
  attrs: Chart['attrs'];
  article: { slug: string; headline: string; language: string; direction: Direction };
};

/** Where the files and the embed of a chart are, without what is before or behind. */
export const chartPath = (slug: string, id: string): string => `/articles/${slug}/charts/${id}`;

/**
 * The chart of an article by its id; null if the published version has none. By a former slug readers are sent
 * on. The article is what it is tagged with, so that a correction or a retraction reaches it.
 * @param addressOf the present address of what was requested, from the path of the chart
 */
export async function findChart(
  slug: string,
  id: string,
  addressOf: (path: string) => string,
): Promise<FoundChart | null> {
  const article = await findForPage((api) => api.articles.bySlug({ slug }));
  const chart = article?.body?.content.find(
    (block) => block.type === 'chart' && block.attrs.id === id,
  );
  if (article === null || chart?.type !== 'chart') return null;
  sendOnIfMoved(slug, article.slug, (now) => addressOf(chartPath(now, id)));
  return { attrs: chart.attrs, article };
}
