import { ShownTrashKind, type TrashItem, TrashKind } from '@viewpoints/domain/trash/trash';
import { Id, text } from '@viewpoints/domain/values';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn, parseRowsIn } from '../statement.ts';
import { instant } from './instant.ts';
import { countRows, ListDay, sinceDay, untilDay } from './list-filters.ts';
import { partOfPage, positionOf } from './list-order.ts';
import { containsText, isOwnArticle } from './ownership.ts';
import { type OrderedRequest, pageOf, type QueryPage } from './page.ts';

const { sql } = Prisma;

/** That an article, or the one that a column names, is not in the trash. */
export const isOutOfTrash = (articleId: Prisma.Sql) =>
  sql`not exists (select from trash_item t where t.id = ${articleId})`;

const Row = z.object({
  id: z.string(),
  kind: ShownTrashKind,
  name: z.string(),
  trashedAt: z.date(),
  emptyAt: z.date(),
  byId: z.string(),
  byName: z.string(),
});

const itemOf = ({ byId, byName, trashedAt, emptyAt, ...row }: z.infer<typeof Row>): TrashItem => ({
  ...row,
  trashedAt: instant(trashedAt),
  trashedBy: { id: byId, name: byName },
  emptyAt: instant(emptyAt),
});

/** The filters of the list, each optional. */
export const trashFilterInputs = {
  kind: ShownTrashKind.optional(),
  /** Who removed it. */
  owner: Id.optional(),
  /** The first and the last day on which it was removed, in the journal's time zone. */
  from: ListDay.optional(),
  to: ListDay.optional(),
  q: text(200).optional(),
};
export type TrashFilter = z.output<z.ZodObject<typeof trashFilterInputs>>;

const nameOf = sql`coalesce(h.headline, t.name)`;
const kindOf = sql`coalesce(h.kind::text, t.kind::text)`;

const conditionOf = ({ kind, owner, from, to, q }: TrashFilter) =>
  Prisma.join(
    [
      sql`t.kind::text = any(${TrashKind.options})`,
      ...(kind === undefined ? [] : [sql`${kindOf} = ${kind}`]),
      ...(owner === undefined ? [] : [sql`t.trashed_by_id = ${owner}::uuid`]),
      ...(from === undefined ? [] : [sinceDay(sql`t.trashed_at`, from)]),
      ...(to === undefined ? [] : [untilDay(sql`t.trashed_at`, to)]),
      ...(q === undefined ? [] : [sql`(${containsText(q, [nameOf])})`]),
    ],
    ' and ',
  );

/** Things in the trash; only of one owner's articles if `ownerId` is given. */
export async function listTrash(
  db: Transaction,
  {
    ownerId,
    cursor,
    limit,
    order = 'newest',
    counted,
    ...filter
  }: { ownerId: string | null } & OrderedRequest & TrashFilter,
): Promise<QueryPage<TrashItem>> {
  const isSeen =
    ownerId === null
      ? sql`true`
      : sql`t.kind = 'article' and exists (
          select from article a where a.id = t.id and ${isOwnArticle(ownerId)})`;
  const found = sql`from trash_item t join account b on b.id = t.trashed_by_id
      left join article h on h.id = t.id
    where ${isSeen} and ${conditionOf(filter)}`;
  const rows = await parseRowsIn(
    db,
    Row,
    sql`
    select t.id, ${kindOf} as kind, ${nameOf} as name, t.trashed_at as "trashedAt",
           t.empty_at as "emptyAt", b.id as "byId", b.name as "byName"
    ${found} and ${partOfPage({ cursor, limit, order }, { at: sql`t.trashed_at`, id: sql`t.id` })}`,
  );
  const page = pageOf(rows, limit, {
    item: itemOf,
    cursor: ({ trashedAt, id }) => positionOf({ key: trashedAt, id }),
  });
  return counted ? { ...page, count: await countRows(db, sql`select ${found}`) } : page;
}

export type NewTrashItem = {
  id: string;
  kind: TrashKind;
  name: string;
  content: object;
  by: string;
  at: Date;
  emptyAt: Date;
};

export async function insertTrashItem(
  tx: Transaction,
  { by, at, ...item }: NewTrashItem,
): Promise<void> {
  await tx.trashItem.create({ data: { ...item, trashedById: by, trashedAt: at } });
}

/** Locks something in the trash; null if it is not there. */
export async function lockTrashItem(
  tx: Transaction,
  id: string,
): Promise<{ id: string; kind: TrashKind; name: string; content: unknown } | null> {
  await lockRowsIn(tx, sql`select 1 from trash_item where id = ${id}::uuid for update`);
  const row = await tx.trashItem.findUnique({
    where: { id },
    select: { id: true, kind: true, name: true, content: true },
  });
  return row === null ? null : { ...row, kind: TrashKind.parse(row.kind) };
}

/** Whether something is in the trash. */
export async function isInTrash(db: Transaction, id: string): Promise<boolean> {
  return (await db.trashItem.count({ where: { id } })) > 0;
}

export async function deleteTrashItem(tx: Transaction, id: string): Promise<void> {
  await tx.trashItem.delete({ where: { id } });
}

/** Something in the trash whose time has ended, and when it did. */
export type DueTrash = { id: string; emptyAt: Date };

/**
 * Items whose time in the trash has ended, oldest first, 100 at a time. `after` skips those that could not
 * be deleted, which stay at the head of the list.
 */
export function listDueTrash(
  db: Transaction,
  { now, after }: { now: Date; after: DueTrash | null },
): Promise<DueTrash[]> {
  return db.trashItem.findMany({
    where: {
      emptyAt: { lte: now },
      ...(after === null
        ? {}
        : {
            OR: [
              { emptyAt: { gt: after.emptyAt } },
              { emptyAt: after.emptyAt, id: { gt: after.id } },
            ],
          }),
    },
    orderBy: [{ emptyAt: 'asc' }, { id: 'asc' }],
    take: 100,
    select: { id: true, emptyAt: true },
  });
}

/**
 * Deletes an article in the trash with every word of it; false if the database refuses. `now` ends
 * its 30 days at once.
 */
export async function emptyArticle(
  tx: Transaction,
  id: string,
  { now }: { now: boolean },
): Promise<boolean> {
  if (now)
    await tx.$executeRaw`update trash_item set empty_at = date_trunc('milliseconds', now()) where id = ${id}::uuid`;
  const [row] = await parseRowsIn(
    tx,
    z.object({ done: z.boolean() }),
    sql`
    select empty_trashed_article(${id}::uuid) as done`,
  );
  return row?.done ?? false;
}

/** Whether something else of the journal refers to an article or to a finding of it. */
export async function isReferredTo(tx: Transaction, id: string): Promise<boolean> {
  const [row] = await parseRowsIn(
    tx,
    z.object({ used: z.boolean() }),
    sql`
    select exists (select from article where translation_of_id = ${id}::uuid)
      or exists (select from article where parent_id = ${id}::uuid)
      or exists (select from article_pick where picked_id = ${id}::uuid)
      or exists (select from release_article where article_id = ${id}::uuid)
      or exists (
        select from finding_link l
          join finding f on f.id = l.from_id join finding t on t.id = l.to_id
        where ${id}::uuid in (f.article_id, t.article_id) and f.article_id <> t.article_id)
      or exists (
        select from supersession s
          join finding f on f.id = s.old_id join finding t on t.id = s.new_id
        where ${id}::uuid in (f.article_id, t.article_id) and f.article_id <> t.article_id) as used`,
  );
  return row?.used ?? false;
}
