import type { Instant } from '../values.ts';
import { type Schedule, visibleFrom } from './schedule.ts';

/** When readers get a version, and the dates shown with it. */
export type EditionDates = {
  /** From when the article can be seen: for a next version that of the first, as a rule long past. */
  visibleFrom: Instant;
  /** The day of first publication, which no later version changes. */
  publishedAt: Instant;
  /** When readers get this version, and with it the findings that are new in it. */
  revisedAt: Instant;
};

/**
 * The dates of a version that is published now. A first version has the time that was set for it,
 * even if it is published a little late; nothing in a next one is dated before readers could see it.
 * @param version its number, from 1
 * @param history its publications so far; none for an article that was archived and restored
 * @param publishAt the time that was set for it, or now; a next version may carry that of the first
 * @param firstPublishedAt when the article was first published, or was to be before it was archived
 */
export function editionDates({
  version,
  history,
  publishAt,
  embargoUntil,
  firstPublishedAt,
  now,
}: {
  version: number;
  history: { publishedAt: Instant | null };
  publishAt: Instant;
  embargoUntil: Schedule['embargoUntil'];
  firstPublishedAt: Instant | null;
  now: Instant;
}): EditionDates {
  const from = visibleFrom({ publishAt, embargoUntil }) ?? publishAt;
  const cameOut = firstPublishedAt !== null && firstPublishedAt <= now ? firstPublishedAt : null;
  return {
    visibleFrom: from,
    publishedAt: history.publishedAt ?? cameOut ?? from,
    revisedAt: version === 1 || from > now ? from : now,
  };
}
