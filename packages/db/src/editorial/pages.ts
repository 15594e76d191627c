import type { PageParent } from '@viewpoints/domain/pages/page-parent';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';

/** The columns of what a page stands under. */
export const placeColumns = (parent: PageParent) => ({
  parentId: parent === 'about' ? null : parent,
  underAbout: parent === 'about',
});

/** Moves of pages happen one after another: two at once could make a circle. */
export async function lockPageTree(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('page_tree', 0))`;
}

/** A page that another may stand under. */
export type ParentPage = {
  /** The slugs of its working copy and of those above it, the uppermost first; `about` where it is under it. */
  slugs: string[];
  /** Its ids and those above it. */
  ids: string[];
  /** The address that readers have, from when; null while it has none. */
  path: string | null;
  visibleFrom: Date | null;
};

const ParentRow = z.object({
  slugs: z.array(z.string()),
  ids: z.array(z.string()),
  under: z.boolean(),
  path: z.string().nullable(),
  visibleFrom: z.date().nullable(),
});

/** A page with those above it; null if there is none, or it was put away. */
export async function findParentPage(db: Transaction, id: string): Promise<ParentPage | null> {
  const [row] = await parseRowsIn(
    db,
    ParentRow,
    Prisma.sql`
    with recursive up as (
      select a.id, a.slug, a.parent_id, a.under_about, 1 as height from article a
      where a.id = ${id}::uuid and a.kind = 'page' and a.state <> 'archived'
        and not exists (select from trash_item t where t.id = a.id)
      union all
      select a.id, a.slug, a.parent_id, a.under_about, up.height + 1
      from article a join up on up.parent_id = a.id where up.height < 10)
    select array_agg(up.slug order by height desc) as slugs, array_agg(up.id::text order by height desc) as ids,
      coalesce(bool_or(up.under_about), false) as under,
      (select p.path from published_article p where p.id = ${id}::uuid) as path,
      (select p.visible_from from published_article p where p.id = ${id}::uuid) as "visibleFrom"
    from up having count(*) > 0`,
  );
  if (row === undefined) return null;
  const { slugs, under, ...found } = row;
  return { ...found, slugs: under ? ['about', ...slugs] : slugs };
}

/** The address of a page by the slugs of the working copies, without the first slash. */
export async function findAddress(
  db: Transaction,
  { slug, parent }: { slug: string; parent: PageParent },
): Promise<string> {
  if (parent === null) return slug;
  if (parent === 'about') return `about/${slug}`;
  const above = await findParentPage(db, parent);
  return [...(above?.slugs ?? []), slug].join('/');
}

/** How many levels stand under a page, those put away left out: 0 for none. */
export async function findHeightBelow(db: Transaction, id: string): Promise<number> {
  const [row] = await parseRowsIn(
    db,
    z.object({ height: z.number() }),
    Prisma.sql`
    with recursive down as (
      select ${id}::uuid as id, 0 as height
      union all
      select a.id, down.height + 1 from article a join down on a.parent_id = down.id where down.height < 10)
    select max(height)::int as height from down`,
  );
  return row?.height ?? 0;
}

/** Ids of the published pages that stand directly under this one, in their order. */
export async function listPublicPagesBelow(db: Transaction, id: string): Promise<string[]> {
  const rows = await db.article.findMany({
    where: { parentId: id, liveRevisionId: { not: null } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** Moves a page in the tree. */
export async function writePlace(tx: Transaction, id: string, parent: PageParent): Promise<void> {
  await tx.article.update({ where: { id }, data: placeColumns(parent), select: { id: true } });
}
