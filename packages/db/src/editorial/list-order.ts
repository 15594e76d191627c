import type { ListOrder } from '@viewpoints/domain/desk/list-order';
import { Prisma } from '../generated/client.ts';
import { instant } from './instant.ts';
import { type Cursor, type OrderedRequest, pageOf, type QueryPage } from './page.ts';

/*
 * The cursor of a list, in each order. The oldest come in the exact reverse of the newest, so that
 * one index gives both.
 */

const keyTypes = { newest: 'timestamptz', oldest: 'timestamptz', name: 'text' } as const;

/** Order by the columns `key` and `id`; `key` is the time in the orders of time, and else the name. */
export const orderBy = (order: ListOrder, key: Prisma.Sql, id: Prisma.Sql) =>
  ({
    newest: Prisma.sql`${key} desc, ${id}`,
    oldest: Prisma.sql`${key}, ${id} desc`,
    name: Prisma.sql`${key}, ${id}`,
  })[order];

/** Keyset condition, order and limit for a list, or one branch of a union that is paged as a whole. */
export function partOfPage(
  { cursor, limit, order = 'newest' }: OrderedRequest,
  { at, name = at, id }: { at: Prisma.Sql; name?: Prisma.Sql; id: Prisma.Sql },
): Prisma.Sql {
  const key = order === 'name' ? name : at;
  const seen = Prisma.sql`${cursor?.key ?? null}::${Prisma.raw(keyTypes[order])}`;
  const seenId = Prisma.sql`${cursor?.id ?? null}::uuid`;
  const after = {
    newest: Prisma.sql`${key} < ${seen} or (${key} = ${seen} and ${id} > ${seenId})`,
    oldest: Prisma.sql`${key} > ${seen} or (${key} = ${seen} and ${id} < ${seenId})`,
    name: Prisma.sql`${key} > ${seen} or (${key} = ${seen} and ${id} > ${seenId})`,
  }[order];
  return Prisma.sql`(${seen} is null or ${after})
  order by ${orderBy(order, key, id)} limit ${limit + 1}`;
}

/** The same for a query of Prisma, over the fields that hold the time and the name. */
export function pageThrough<At extends string, Name extends string = At>(
  { cursor, order = 'newest' }: OrderedRequest,
  fields: { at: At; name?: Name },
) {
  const isByName = order === 'name' && fields.name !== undefined;
  const field = isByName ? fields.name : fields.at;
  const key = cursor === null || isByName ? cursor?.key : new Date(cursor.key);
  const [keyDirection, idDirection] = (
    { newest: ['desc', 'asc'], oldest: ['asc', 'desc'], name: ['asc', 'asc'] } as const
  )[order];
  const after = (direction: 'asc' | 'desc') => (direction === 'asc' ? 'gt' : 'lt');
  return {
    where:
      cursor === null
        ? {}
        : {
            OR: [
              { [field as string]: { [after(keyDirection)]: key } },
              { [field as string]: key, id: { [after(idDirection)]: cursor.id } },
            ],
          },
    orderBy: [{ [field as string]: keyDirection }, { id: idDirection }] as Record<
      string,
      'asc' | 'desc'
    >[],
  };
}

/** A page of what a list found, in its order, with the rows that `read` gives for it. */
export async function pageOfFound<
  Row extends { id: string; key: Date | string },
  Item extends { id: string },
>(found: Row[], limit: number, read: (found: Row[]) => Promise<Item[]>): Promise<QueryPage<Item>> {
  const page = pageOf(found, limit, { item: (row) => row, cursor: positionOf });
  const byId = new Map((await read(page.items)).map((item) => [item.id, item]));
  return { ...page, items: page.items.flatMap(({ id }) => byId.get(id) ?? []) };
}

/** The position of a row: its time, or its name in the order of names. */
export const positionOf = ({ key, id }: { key: Date | string; id: string }): Cursor => ({
  key: key instanceof Date ? instant(key) : key,
  id,
});
