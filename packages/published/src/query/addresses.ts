import type { ReaderDatabase } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import { sqlFragment } from '@viewpoints/db/read-rows';
import { byKind, type EntryKind, kinds, kindsWhere } from '@viewpoints/domain/kinds/kinds';

/** Something with an address, and when what stands there last changed. */
export type DatedAddress = { slug: string; changedAt: string };

/**
 * An article's address with its pictures, by the ids of their media, and its other languages. Of
 * pictures a sitemap takes a thousand an address.
 */
export type ArticleAddress = DatedAddress & {
  language: string;
  mediaIds: string[];
  /** The same piece in other languages; itself not among them. */
  translations: { language: string; slug: string }[];
};

/** A part of a long list: so many from the one at `offset` on. */
type Part = { offset: number; limit: number };

/** A month of UTC, as "2026-11". */
type InMonth = Part & { month: string };

/** How much came out in a month of UTC, and the last change of any of it. */
export type Month = { month: string; count: number; changedAt: string };

type MonthRow = { month: string; count: number; changed: Date };
const monthOf = ({ month, count, changed }: MonthRow): Month => ({
  ...{ month, count },
  changedAt: instant(changed),
});

/** The months in which articles came out, latest first. */
export async function listArticleMonths(db: ReaderDatabase): Promise<Month[]> {
  const rows = await db.$queryRaw<MonthRow[]>`
    SELECT to_char(month, 'YYYY-MM') AS month, count, changed FROM (
      SELECT date_trunc('month', published_at AT TIME ZONE 'UTC') AS month,
             count(*)::int, max(revised_at) AS changed
      FROM published_article GROUP BY 1) counted ORDER BY counted.month DESC`;
  return rows.map(monthOf);
}

/** The months in which findings came out, latest first. */
export async function listFindingMonths(db: ReaderDatabase): Promise<Month[]> {
  const rows = await db.$queryRaw<MonthRow[]>`
    SELECT to_char(month, 'YYYY-MM') AS month, count, changed FROM (
      SELECT date_trunc('month', published_at AT TIME ZONE 'UTC') AS month,
             count(*)::int, max(published_at) AS changed
      FROM published_finding WHERE withdrawn_at IS NULL GROUP BY 1) counted ORDER BY counted.month DESC`;
  return rows.map(monthOf);
}

type ArticleRow = {
  slug: string;
  language: string;
  changed: Date;
  media: string[];
  translations: { language: string; slug: string }[] | null;
};
const articleOf = ({
  slug,
  language,
  changed,
  media,
  translations,
}: ArticleRow): ArticleAddress => ({
  ...{ slug, language },
  changedAt: instant(changed),
  mediaIds: media,
  translations: translations ?? [],
});
const articleColumns = sqlFragment`a.slug, a.language, a.revised_at AS changed,
  ARRAY(SELECT media_id::text FROM published_media m WHERE m.article_id = a.id ORDER BY 1 LIMIT 1000) AS media,
  (SELECT jsonb_agg(jsonb_build_object('language', o.language, 'slug', o.slug) ORDER BY o.language, o.slug)
   FROM published_article o
   WHERE o.translation_group = a.translation_group AND o.id <> a.id
     AND NOT o.retracted AND NOT a.retracted) AS translations`;

/** Articles that came out in a month, the retracted among them, since their notice stays. */
export async function listArticleAddresses(
  db: ReaderDatabase,
  { month, offset, limit }: InMonth,
): Promise<ArticleAddress[]> {
  const { from, to } = boundsOf(month);
  const rows = await db.$queryRaw<ArticleRow[]>`
    SELECT ${articleColumns} FROM published_article a
    WHERE published_at >= ${from} AND published_at < ${to}
    ORDER BY published_at DESC, id DESC LIMIT ${limit} OFFSET ${offset}`;
  return rows.map(articleOf);
}

/** What changed last, whenever it came out. */
export async function listChangedArticles(
  db: ReaderDatabase,
  { limit }: { limit: number },
): Promise<ArticleAddress[]> {
  const rows = await db.$queryRaw<ArticleRow[]>`
    SELECT ${articleColumns} FROM published_article a
    ORDER BY revised_at DESC, id DESC LIMIT ${limit}`;
  return rows.map(articleOf);
}

/** Findings that came out in a month; `changedAt` counts that a finding was replaced. */
export async function listFindingAddresses(
  db: ReaderDatabase,
  { month, offset, limit }: InMonth,
): Promise<{ id: string; changedAt: string }[]> {
  const { from, to } = boundsOf(month);
  const rows = await db.$queryRaw<{ id: string; changed: Date }[]>`
    SELECT f.id::text,
           greatest(f.published_at, (SELECT s.at FROM published_supersession s WHERE s.old_id = f.id)) AS changed
    FROM published_finding f
    WHERE f.withdrawn_at IS NULL AND f.published_at >= ${from} AND f.published_at < ${to}
    ORDER BY f.published_at DESC, f.id LIMIT ${limit} OFFSET ${offset}`;
  return rows.map(({ id, changed }) => ({ id, changedAt: instant(changed) }));
}

/** An article of the last days, as news: its headline in its language. */
export type NewsAddress = { slug: string; language: string; headline: string; publishedAt: string };

/** Articles that came out after `since`, newest first; not those retracted. */
export async function listNews(
  db: ReaderDatabase,
  { since, limit }: { since: Date; limit: number },
): Promise<NewsAddress[]> {
  const rows = await db.$queryRaw<(Omit<NewsAddress, 'publishedAt'> & { published: Date })[]>`
    SELECT slug, language, summary ->> 'headline' AS headline, published_at AS published
    FROM published_article WHERE published_at > ${since} AND NOT retracted
    ORDER BY published_at DESC, id DESC LIMIT ${limit}`;
  return rows.map(({ published, ...row }) => ({ ...row, publishedAt: instant(published) }));
}

/** Positions of the actors of one part of those who hold any, in order of their addresses. */
export async function listPositionAddresses(
  db: ReaderDatabase,
  { offset, limit }: Part,
): Promise<{ actor: string; issue: string; changedAt: string }[]> {
  const rows = await db.$queryRaw<{ actor: string; issue: string; changed: Date }[]>`
    WITH listed AS MATERIALIZED (
      SELECT id, slug FROM actor a
      WHERE EXISTS (SELECT FROM published_holding h JOIN published_about b ON b.finding_id = h.finding_id
                    WHERE h.actor_id = a.id)
      ORDER BY slug LIMIT ${limit} OFFSET ${offset})
    SELECT listed.slug AS actor, i.slug AS issue, max(f.published_at) AS changed
    FROM listed
    JOIN published_holding h ON h.actor_id = listed.id
    JOIN published_finding f ON f.id = h.finding_id
    JOIN published_about b ON b.finding_id = f.id
    JOIN issue i ON i.id = b.issue_id
    WHERE f.withdrawn_at IS NULL
    GROUP BY listed.slug, i.slug
    ORDER BY listed.slug, i.slug`;
  return rows.map(({ changed, ...row }) => ({ ...row, changedAt: instant(changed) }));
}

/** What a sitemap of its own lists. */
type OwnSitemapKind = (typeof ownSitemapKinds)[number];
const ownSitemapKinds = kindsWhere('sitemap', 'own');

type Counts = Record<'holders' | OwnSitemapKind, number>;

/** How many issues there are that an actor may hold a position on. */
export async function countIssues(db: ReaderDatabase): Promise<number> {
  const [row] = await db.rows<{ count: number }>('SELECT count(*)::int AS count FROM issue');
  return row?.count ?? 0;
}

/** How many there are of each kind that is listed as a whole, and of actors who hold positions. */
export async function countAddresses(db: ReaderDatabase): Promise<Counts> {
  const counts = ownSitemapKinds.map((kind) =>
    kind === 'source'
      ? `(${namedSources} SELECT count(slug)::int FROM named) AS source`
      : `(SELECT count(*)::int FROM "${kinds[kind].table}") AS "${kind}"`,
  );
  const [row] = await db.rows<Counts>(
    `SELECT (SELECT count(*)::int FROM actor a
             WHERE EXISTS (SELECT FROM published_holding h JOIN published_about b ON b.finding_id = h.finding_id
                           WHERE h.actor_id = a.id)) AS holders, ${counts.join(', ')}`,
  );
  return row ?? { holders: 0, ...byKind(ownSitemapKinds, () => 0) };
}

/** Slugs of the sources that visible articles name, as `named`: of each, one of its many rows is read. */
const namedSources = `WITH RECURSIVE named AS (
  (SELECT slug FROM published_source ORDER BY slug LIMIT 1)
  UNION ALL
  SELECT (SELECT s.slug FROM published_source s WHERE s.slug > named.slug ORDER BY s.slug LIMIT 1)
  FROM named WHERE named.slug IS NOT NULL)`;

/** Slugs of what is listed as a whole, in their order. */
export async function listSlugs(
  db: ReaderDatabase,
  { kind, offset, limit }: Part & { kind: EntryKind },
): Promise<string[]> {
  const listed =
    kind === 'source'
      ? `${namedSources} SELECT slug FROM named WHERE slug IS NOT NULL`
      : `SELECT slug FROM "${kinds[kind].table}"`;
  const rows = await db.rows<{ slug: string }>(`${listed} ORDER BY slug LIMIT $1 OFFSET $2`, [
    limit,
    offset,
  ]);
  return rows.map(({ slug }) => slug);
}

function boundsOf(month: string): { from: Date; to: Date } {
  const from = new Date(`${month}-01T00:00:00.000Z`);
  const to = new Date(from);
  to.setUTCMonth(to.getUTCMonth() + 1);
  return { from, to };
}
