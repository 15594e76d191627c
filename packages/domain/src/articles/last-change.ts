import type { ArticleView } from './article-view.ts';

/** When readers last got to see something else: a new version, a correction, a retraction. */
export function lastChange({
  revisedAt,
  corrections,
  retraction,
}: Pick<ArticleView, 'revisedAt' | 'corrections' | 'retraction'>): string {
  const times = [revisedAt, ...corrections.map(({ at }) => at), retraction?.at ?? revisedAt];
  return times.reduce((last, at) => (at > last ? at : last));
}
