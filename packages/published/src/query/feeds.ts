import type { ReaderDatabase } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import type { ArticleView } from '@viewpoints/domain/articles/article-view';
import type { CorrectionView } from '@viewpoints/domain/corrections/correction-view';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { findingEntryKinds } from '../kinds.ts';
import { articleConditions, type EntryFilter, listFullArticles } from './articles.ts';
import { readCorrections } from './corrections.ts';
import { findingFields, type ReadFinding, readFindingView } from './finding-rows.ts';
import { findingConditions, newestInOrder } from './findings.ts';
import { isUnprepared } from './limit-bucket.ts';

/** What a feed is about, by ids; a feed of everything has none. */
export type FeedFilter = EntryFilter;
type Asked = FeedFilter & { limit: number };

/** Most older articles that a feed shows again because they were corrected or retracted. */
const mostShownAgain = 10;

/**
 * The newest articles whole, the retracted among them with their notice; after them older ones
 * that were corrected or retracted since the oldest of those came out, so that whoever follows the
 * feed hears of it.
 */
export async function listFeedArticles(
  db: ReaderDatabase,
  { limit, ...filter }: Asked,
): Promise<ArticleView[]> {
  const { where, values } = articleConditions(filter);
  const newest = await db.rows<{ id: string; publishedAt: Date }>(
    `SELECT a.id, a.published_at AS "publishedAt" FROM published_article a
     WHERE ${['true', ...where].join(' AND ')}
     ORDER BY a.published_at DESC, a.id DESC LIMIT ${Number(limit)}`,
    values,
    { unprepared: isUnprepared(filter) },
  );
  const oldest = newest.length < limit ? undefined : newest.at(-1);
  const ids = newest.map(({ id }) => id);
  if (oldest !== undefined)
    ids.push(...(await listShownAgain(db, filter, oldest.publishedAt, ids)));
  return listFullArticles(db, ids);
}

async function listShownAgain(
  db: ReaderDatabase,
  filter: FeedFilter,
  since: Date,
  but: string[],
): Promise<string[]> {
  const { where, values } = articleConditions(filter);
  values.push(since, but);
  const own = [`c.at > $${values.length - 1}`, `c.article_id <> ALL($${values.length}::uuid[])`];
  const rows = await db.rows<{ id: string }>(
    `SELECT a.id FROM published_correction c JOIN published_article a ON a.id = c.article_id
     WHERE ${[...own, ...where].join(' AND ')}
     ORDER BY c.at DESC, c.id DESC LIMIT ${mostShownAgain}`,
    values,
    { unprepared: isUnprepared(filter) },
  );
  return [...new Set(rows.map(({ id }) => id))];
}

/** A finding, and when readers last got to see something else of it. */
export type FeedFinding = { finding: FindingView; updatedAt: string };

/** The newest findings; those withdrawn since among them, of which nothing is left but that. */
export async function listFeedFindings(
  db: ReaderDatabase,
  { limit, ...filter }: Asked,
): Promise<FeedFinding[]> {
  const { ofFindings, ofArticles } = byPart(filter);
  const own = findingConditions(ofFindings);
  const { where, values } = articleConditions(ofArticles, own.values);
  const rows = await db.rows<ReadFinding & { withdrawnAt: Date | null }>(
    `SELECT ${findingFields}, f.withdrawn_at AS "withdrawnAt"
     FROM published_finding f JOIN published_article a ON a.id = f.article_id
     WHERE ${['true', ...own.where, ...where].join(' AND ')}
     ORDER BY ${newestInOrder} LIMIT ${Number(limit)}`,
    values,
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
export async function listFeedCorrections(
  db: ReaderDatabase,
  { limit, ...filter }: Asked,
): Promise<{ articleId: string; correction: CorrectionView }[]> {
  const { where, values } = articleConditions(filter);
  return readCorrections(db, { where, values, limit });
}
