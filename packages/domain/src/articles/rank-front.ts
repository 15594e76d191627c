import type { ArticleSummary } from './article-view.ts';

/** The front page's articles by rank. */
export type FrontRanks<Piece> = {
  lead: Piece | null;
  seconds: Piece[];
  briefs: Piece[];
  more: Piece[];
};

/** Maximum words of a short article, which is listed as a brief. */
const SHORT = 250;
const MOST = { seconds: 4, briefs: 4 };

/**
 * Ranks articles, newest first, for the front page: short articles and reports of events are briefs
 * however new they are, and the newest of the others leads. If all are short, the newest leads.
 */
export function rankFront<Piece extends Pick<ArticleSummary, 'genre' | 'wordCount'>>(
  articles: readonly Piece[],
): FrontRanks<Piece> {
  const lead = articles.find((article) => !isBrief(article)) ?? articles[0] ?? null;
  const others = articles.filter((article) => article !== lead);
  const seconds = others.filter((article) => !isBrief(article)).slice(0, MOST.seconds);
  const briefs = others.filter(isBrief).slice(0, MOST.briefs);
  const placed = new Set([...seconds, ...briefs]);
  return { lead, seconds, briefs, more: others.filter((article) => !placed.has(article)) };
}

function isBrief({ genre, wordCount }: Pick<ArticleSummary, 'genre' | 'wordCount'>): boolean {
  return genre === 'event_report' || wordCount < SHORT;
}
