import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';

/** Reads of one day (ISO, in the journal's time zone); days without any have 0. */
export type DayReads = { day: string; reads: number };

export type PageReads = {
  path: string;
  reads: number;
  /** The article at that address now, if any. */
  article: { id: string; headline: string } | null;
};

export type Readership = {
  days: DayReads[];
  pages: PageReads[];
  /** Where readers came from; null for all beyond those that are stored by name. */
  referrers: { host: string | null; reads: number }[];
  /** Searches without results, made by more than one request a day. */
  searches: { query: string; times: number; lastDay: string }[];
};

/** Longest lists shown. */
const maxRows = 25;

/** How much was read on the last `days` days, today's included. */
export async function getReadership(
  db: Transaction,
  { days, now, timeZone }: { days: number; now: Date; timeZone: string },
): Promise<Readership> {
  const { from, to } = lastDays(days, now, timeZone);
  const pages = await parseRowsIn(
    db,
    z.object({
      path: z.string(),
      reads: z.number(),
      id: z.string().nullable(),
      headline: z.string().nullable(),
    }),
    Prisma.sql`
    SELECT coalesce('/articles/' || a.slug, min(r.path)) AS path, sum(r.reads)::int AS reads,
           a.id, a.summary ->> 'headline' AS headline
    FROM page_reads r LEFT JOIN published_article a ON a.id = r.article_id
    WHERE r.day BETWEEN ${from}::date AND ${to}::date
    GROUP BY coalesce(r.article_id::text, r.path), a.id
    ORDER BY reads DESC, path LIMIT ${maxRows}`,
  );
  const referrers = await parseRowsIn(
    db,
    z.object({ host: z.string(), reads: z.number() }),
    Prisma.sql`
    SELECT host, sum(reads)::int AS reads FROM referrals
    WHERE day BETWEEN ${from}::date AND ${to}::date
    GROUP BY host ORDER BY reads DESC, host LIMIT ${maxRows}`,
  );
  const searches = await parseRowsIn(
    db,
    z.object({ query: z.string(), times: z.number(), lastDay: z.string() }),
    Prisma.sql`
    SELECT query, sum(times)::int AS times, max(day)::text AS "lastDay" FROM vain_searches
    WHERE day BETWEEN ${from}::date AND ${to}::date
    GROUP BY query ORDER BY times DESC, query LIMIT ${maxRows}`,
  );
  return {
    days: await listDays(db, from, to, null),
    pages: pages.map(({ path, reads, id, headline }) => ({
      ...{ path, reads },
      article: id === null ? null : { id, headline: headline ?? '' },
    })),
    referrers: referrers.map(({ host, reads }) => ({ host: host === '' ? null : host, reads })),
    searches,
  };
}

/** How much an article was read: in total, and by day in the last weeks. */
export async function getArticleReads(
  db: Transaction,
  {
    articleId,
    days,
    now,
    timeZone,
  }: { articleId: string; days: number; now: Date; timeZone: string },
): Promise<{ total: number; days: DayReads[] }> {
  const { from, to } = lastDays(days, now, timeZone);
  const { _sum } = await db.pageReads.aggregate({ where: { articleId }, _sum: { reads: true } });
  return { total: _sum.reads ?? 0, days: await listDays(db, from, to, articleId) };
}

/** Removes totals of days before `before`; answers how many. */
export async function deleteVisitsBefore(db: Transaction, before: Date): Promise<number> {
  const where = { day: { lt: before } };
  const pages = await db.pageReads.deleteMany({ where });
  const referrers = await db.referrals.deleteMany({ where });
  const searches = await db.vainSearches.deleteMany({ where });
  return pages.count + referrers.count + searches.count;
}

function listDays(
  db: Transaction,
  from: string,
  to: string,
  articleId: string | null,
): Promise<DayReads[]> {
  return parseRowsIn(
    db,
    z.object({ day: z.string(), reads: z.number() }),
    Prisma.sql`
    SELECT d::date::text AS day, coalesce(sum(r.reads), 0)::int AS reads
    FROM generate_series(${from}::timestamp, ${to}::timestamp, interval '1 day') d
    LEFT JOIN page_reads r ON r.day = d::date AND (${articleId}::uuid IS NULL OR r.article_id = ${articleId}::uuid)
    GROUP BY d ORDER BY d`,
  );
}

function lastDays(days: number, now: Date, timeZone: string): { from: string; to: string } {
  const to = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(now);
  const from = new Date(Date.parse(to) - (days - 1) * 86_400_000).toISOString().slice(0, 10);
  return { from, to };
}
