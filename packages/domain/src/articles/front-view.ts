import { z } from 'zod';
import { FindingRef, FindingView } from '../findings/finding-view.ts';
import { Instant } from '../values.ts';
import { ListedArticle } from './article-view.ts';

/** A change of mind: what the holder's position was, and what it is now, as far as nothing replaced that. */
export const ChangeView = z.strictObject({
  kind: z.literal('position_change'),
  at: Instant,
  was: FindingRef,
  now: FindingView,
});
export type ChangeView = z.infer<typeof ChangeView>;

/**
 * The front page: the newest articles by rank (`rankFront`), newest first in each, and each article
 * in one language.
 */
export const FrontView = z.strictObject({
  /** Null while nothing is published. */
  lead: ListedArticle.nullable(),
  seconds: z.array(ListedArticle),
  /** Short articles and reports of events. */
  briefs: z.array(ListedArticle),
  more: z.array(ListedArticle),
  /** Current findings of the lead, in the order of its text, shown below it. */
  leadFindings: z.array(FindingView),
  /** The newest that nothing has replaced. */
  latestFindings: z.array(FindingView),
  changes: z.array(ChangeView),
});
export type FrontView = z.infer<typeof FrontView>;
