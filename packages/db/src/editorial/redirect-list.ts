import { kinds, kindsWith, type PageKind } from '@viewpoints/domain/kinds/kinds';
import { RedirectOrigin } from '@viewpoints/domain/redirects/redirect';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';

const Row = z.object({
  id: z.string(),
  origin: RedirectOrigin,
  from: z.string(),
  to: z.string(),
  target: z.string(),
  save: z.number().nullable(),
  savedById: z.string().nullable(),
  savedByName: z.string().nullable(),
  savedAt: z.date().nullable(),
  hidden: z.boolean(),
});
export type RedirectRow = z.infer<typeof Row>;

/** SQL is made of the table of kinds and of nothing else that is not a value of a query. */
const raw = Prisma.raw;

/** Kinds whose slugs redirect once they are changed. */
const slugKinds = kindsWith('path').filter(
  (kind): kind is Exclude<PageKind, 'finding'> => kind !== 'finding',
);

const edited = Prisma.sql`
  SELECT r.id::text AS id, 'edited' AS origin, r.from_address AS "from", r.to_address AS "to", r.target, r.save,
    r.saved_by_id::text AS "savedById", a.name AS "savedByName", r.saved_at AS "savedAt", r.hidden_at IS NOT NULL AS hidden
  FROM redirect r LEFT JOIN account a ON a.id = r.saved_by_id`;

const derived = Prisma.sql`NULL::int AS save, NULL::text AS "savedById", NULL::text AS "savedByName"`;

/** Pages have no first part in their addresses. */
const ofArticles = Prisma.sql`
  SELECT 'slug:article:' || f.slug AS id, 'slug' AS origin,
    CASE WHEN e.kind = 'page' THEN '/' ELSE '/articles/' END || f.slug AS "from",
    CASE WHEN e.kind = 'page' THEN '/' || coalesce(p.path, e.slug) ELSE '/articles/' || coalesce(p.slug, e.slug) END AS "to",
    f.at AS "savedAt"
  FROM former_slug f JOIN article e ON e.id = f.ref_id LEFT JOIN published_article p ON p.id = f.ref_id
  WHERE f.kind = 'article'`;

const ofEntries = slugKinds
  .filter((kind) => kind !== 'article')
  .map((kind) => {
    const { path, table } = kinds[kind];
    return Prisma.sql`
      SELECT ${raw(`'slug:${kind}:'`)} || f.slug, 'slug', ${raw(`'/${path}/'`)} || f.slug, ${raw(`'/${path}/'`)} || e.slug, f.at
      FROM former_slug f JOIN ${raw(`"${table}"`)} e ON e.id = f.ref_id WHERE f.kind = ${raw(`'${kind}'`)}`;
  });

const bySlug = Prisma.sql`
  SELECT s.id, s.origin, s."from", s."to", s."to" AS target, ${derived}, s."savedAt", false AS hidden
  FROM (${Prisma.join([ofArticles, ...ofEntries], ' UNION ALL ')}) AS s`;

/** Addresses of before they were stored are known by what they are looked up by alone. */
const byImport = Prisma.sql`
  SELECT 'import:' || f.path_hash AS id, 'import' AS origin, coalesce(f.path, '#' || left(f.path_hash, 12)) AS "from",
    '/articles/' || coalesce(p.slug, e.slug) AS "to", '/articles/' || coalesce(p.slug, e.slug) AS target, ${derived},
    NULL::timestamptz AS "savedAt", false AS hidden
  FROM former_address f JOIN article e ON e.id = f.article_id LEFT JOIN published_article p ON p.id = f.article_id`;

const queries = { edited, slug: bySlug, import: byImport } as const;

/** All redirects, by the addresses that they are from. */
export async function listRedirects(
  db: Transaction,
  {
    limit,
    cursor,
    q,
    origin,
  }: PageRequest & { q?: string | undefined; origin?: RedirectOrigin | undefined },
): Promise<QueryPage<RedirectRow>> {
  const wanted = `%${(q ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
  const after =
    cursor === null
      ? Prisma.sql`true`
      : Prisma.sql`(u."from" COLLATE "C", u.id COLLATE "C") > (${cursor.key}, ${cursor.id})`;
  const parts = (origin === undefined ? RedirectOrigin.options : [origin]).map(
    (each) => Prisma.sql`(
      SELECT * FROM (${queries[each]}) AS u
      WHERE (${wanted} = '%%' OR u."from" ILIKE ${wanted} OR u."to" ILIKE ${wanted}) AND ${after}
      ORDER BY u."from" COLLATE "C", u.id COLLATE "C" LIMIT ${limit + 1})`,
  );
  const rows = await parseRowsIn(
    db,
    Row,
    Prisma.sql`
    SELECT * FROM (${Prisma.join(parts, ' UNION ALL ')}) AS every
    ORDER BY "from" COLLATE "C", id COLLATE "C" LIMIT ${limit + 1}`,
  );
  return pageOf(rows, limit, {
    item: (row) => row,
    cursor: ({ from, id }) => ({ key: from, id }),
  });
}

/** Removes an address of a former site, by what it is found by; false if there is none. */
export async function deleteFormerAddress(
  tx: Transaction,
  pathHash: string,
): Promise<string | null> {
  const [gone] = await parseRowsIn(
    tx,
    z.object({ articleId: z.string() }),
    Prisma.sql`DELETE FROM former_address WHERE path_hash = ${pathHash} RETURNING article_id::text AS "articleId"`,
  );
  return gone?.articleId ?? null;
}
