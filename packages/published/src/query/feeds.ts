import type { ReaderDatabase } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import { sql } from '@viewpoints/db/generated/kysely';
import { selectRows } from '@viewpoints/db/statement';
import type { ArticleView } from '@viewpoints/domain/articles/article-view';
import type { CorrectionView } from '@viewpoints/domain/corrections/correction-view';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { articleConditions, type EntryFilter, listPublishedFullArticles } from './articles.ts';
import { readCorrections } from './corrections.ts';
import { anyOf } from './expressions.ts';
import { newestFindings, readFindingView } from './finding-rows.ts';
import { findingConditions } from './findings.ts';
import { findingEntryKinds } from './kinds.ts';
import { isUnprepared } from './limit-bucket.ts';
import { published } from './reader-tables.ts';

/** The subject of a feed, by ids; a feed of everything has none. */
export type FeedFilter = EntryFilter;
type FeedRequest = FeedFilter & { limit: number };

/** Most older articles that a feed shows again because they were corrected or retracted. */
const maxShownAgain = 10;

/**
 * The newest full articles, retracted ones with their notice; after them older ones that were
 * corrected or retracted since the oldest of those was published, so that subscribers of the feed
 * get the correction.
 */
export async function listPublishedFeedArticles(
  db: ReaderDatabase,
  { limit, ...filter }: FeedRequest,
): Promise<ArticleView[]> {
  const newest = await selectRows(
    db,
    published
      .selectFrom('published_article as a')
      .select(['a.id', 'a.published_at as publishedAt'])
      .where(({ and }) => and(articleConditions(filter)))
      .orderBy('a.published_at', 'desc')
      .orderBy('a.id', 'desc')
      .limit(sql.lit(limit)),
    { unprepared: isUnprepared(filter) },
  );
  const oldest = newest.length < limit ? undefined : newest.at(-1);
  const ids = newest.map(({ id }) => id);
  if (oldest !== undefined)
    ids.push(...(await listShownAgain(db, filter, oldest.publishedAt, ids)));
  return listPublishedFullArticles(db, ids);
}

async function listShownAgain(
  db: ReaderDatabase,
  filter: FeedFilter,
  since: Date,
  but: string[],
): Promise<string[]> {
  const rows = await selectRows(
    db,
    published
      .selectFrom('published_correction as c')
      .innerJoin('published_article as a', 'a.id', 'c.article_id')
      .select('a.id')
      .where('c.at', '>', since)
      .where(({ not, eb }) => not(eb('c.article_id', '=', anyOf(but))))
      .where(({ and }) => and(articleConditions(filter)))
      .orderBy('c.at', 'desc')
      .orderBy('c.id')
      .limit(sql.lit(maxShownAgain)),
    { unprepared: isUnprepared(filter) },
  );
  return [...new Set(rows.map(({ id }) => id))];
}

/** A finding, and when readers last got to see something else of it. */
export type FeedFinding = { finding: FindingView; updatedAt: string };

/** The newest findings; those withdrawn since among them, of which nothing is left but that. */
export async function listPublishedFeedFindings(
  db: ReaderDatabase,
  { limit, ...filter }: FeedRequest,
): Promise<FeedFinding[]> {
  const { ofFindings, ofArticles } = byPart(filter);
  const rows = await selectRows(
    db,
    newestFindings
      .select('f.withdrawn_at as withdrawnAt')
      .where(({ and }) => and([...findingConditions(ofFindings), ...articleConditions(ofArticles)]))
      .limit(sql.lit(limit)),
    { unprepared: isUnprepared(filter) },
  );
  return rows.map((row) => {
    const times = [row.publishedAt, row.withdrawnAt, row.replacement?.at].flatMap((at) =>
      at == null ? [] : [new Date(at).getTime()],
    );
    return { finding: readFindingView(row), updatedAt: instant(new Date(Math.max(...times))) };
  });
}

/** A filter cut in two: what findings name themselves, and what their articles do. */
function byPart(filter: FeedFilter) {
  const isOfFindings = (name: string) => findingEntryKinds.some((kind) => name === `${kind}Id`);
  const given = Object.entries(filter);
  return {
    ofFindings: Object.fromEntries(given.filter(([name]) => isOfFindings(name))),
    ofArticles: Object.fromEntries(given.filter(([name]) => !isOfFindings(name))),
  };
}

/** The newest corrections and retractions, each with the id of its article. */
export async function listPublishedFeedCorrections(
  db: ReaderDatabase,
  { limit, ...filter }: FeedRequest,
): Promise<{ articleId: string; correction: CorrectionView }[]> {
  return readCorrections(db, { where: articleConditions(filter), limit });
}
