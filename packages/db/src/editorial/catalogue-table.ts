import { type CatalogueKind, kinds } from '@viewpoints/domain/kinds/kinds';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn } from '../statement.ts';
import { countLimit, type PageRequest, pageOf, type QueryPage } from './page.ts';

/** What every entry of the catalogue has in addition to its content. */
export type Entry = { id: string; slug: string; name: string; save: number };

/** Filters of a list by name: entries that contain `q`, and a kind if they have one. */
export type NameQuery = {
  q?: string | undefined;
  ofKind?: string | undefined;
  counted?: boolean | undefined;
};

/** The queries of one table of named entries. */
export type CatalogueTable<Content, Stored extends Entry> = {
  kind: CatalogueKind;
  find: (db: Transaction, id: string) => Promise<Stored | null>;
  /** Finds the entry and locks it until the transaction ends. */
  lock: (tx: Transaction, id: string) => Promise<Stored | null>;
  /** Lists entries by name, those whose name or slug contains `q`. */
  list: (db: Transaction, request: NameQuery & PageRequest) => Promise<QueryPage<Stored>>;
  insert: (tx: Transaction, id: string, content: Content) => Promise<Stored>;
  update: (tx: Transaction, id: string, content: Content) => Promise<Stored>;
  /** Removes an entry to which nothing refers; the database refuses it otherwise. */
  remove: (tx: Transaction, id: string) => Promise<void>;
};

type Condition<Where> =
  | { name: { contains: string; mode: 'insensitive' } }
  | { slug: { contains: string } }
  | Where;

type Named<Where> = { OR?: Condition<Where>[] };

/** The used part of a Prisma model. */
type Model<Row, Columns, Where> = {
  findUnique: (query: { where: { id: string } }) => Promise<Row | null>;
  findMany: (query: {
    where: {
      AND: [
        Named<Where>,
        Where | Record<never, never>,
        { OR?: [{ name: { gt: string } }, { name: string; id: { gt: string } }] },
      ];
    };
    orderBy: [{ name: 'asc' }, { id: 'asc' }];
    take: number;
  }) => Promise<Row[]>;
  count: (query: {
    where: { AND: [Named<Where>, Where | Record<never, never>] };
    take: number;
  }) => Promise<number>;
  create: (query: { data: Columns & { id: string; save: number } }) => Promise<Row>;
  update: (query: {
    where: { id: string };
    data: Columns & { save: { increment: number } };
  }) => Promise<Row>;
  delete: (query: { where: { id: string } }) => Promise<unknown>;
};

/**
 * The queries of a table of named entries, made of what is its own: its model, how a row is read as
 * an entry and content written as columns, and what else a search by name looks at.
 */
export function catalogueTable<
  Content,
  Stored extends Entry,
  Row extends { id: string; name: string },
  Columns extends object,
  Where = never,
>(own: {
  kind: CatalogueKind;
  model: (db: Transaction) => Model<Row, Columns, Where>;
  entryOf: (row: Row) => Stored;
  columnsOf: (content: Content) => Columns;
  alsoContains?: (q: string) => Where;
  ofKind?: (kind: string) => Where;
}): CatalogueTable<Content, Stored> {
  const { kind, model, entryOf, columnsOf } = own;
  const table = Prisma.raw(kinds[kind].table);

  async function find(db: Transaction, id: string): Promise<Stored | null> {
    const row = await model(db).findUnique({ where: { id } });
    return row === null ? null : entryOf(row);
  }

  return {
    kind,
    find,
    async lock(tx, id) {
      await lockRowsIn(
        tx,
        Prisma.sql`select 1 from ${table} where id = ${id}::uuid for no key update`,
      );
      return find(tx, id);
    },
    async list(db, { q, ofKind, counted, cursor, limit }) {
      const containing: Named<Where> =
        q === undefined
          ? {}
          : {
              OR: [
                { name: { contains: q, mode: 'insensitive' } },
                { slug: { contains: q } },
                ...(own.alsoContains ? [own.alsoContains(q)] : []),
              ],
            };
      const matching = ofKind === undefined || !own.ofKind ? {} : own.ofKind(ofKind);
      const rows = await model(db).findMany({
        where: {
          AND: [
            containing,
            matching,
            cursor === null
              ? {}
              : { OR: [{ name: { gt: cursor.key } }, { name: cursor.key, id: { gt: cursor.id } }] },
          ],
        },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        take: limit + 1,
      });
      const page = pageOf(rows, limit, {
        item: entryOf,
        cursor: ({ name, id }) => ({ key: name, id }),
      });
      if (!counted) return page;
      const where: { AND: [Named<Where>, Where | Record<never, never>] } = {
        AND: [containing, matching],
      };
      return { ...page, count: await model(db).count({ where, take: countLimit }) };
    },
    async insert(tx, id, content) {
      return entryOf(await model(tx).create({ data: { ...columnsOf(content), id, save: 1 } }));
    },
    async update(tx, id, content) {
      const data = { ...columnsOf(content), save: { increment: 1 } };
      return entryOf(await model(tx).update({ where: { id }, data }));
    },
    async remove(tx, id) {
      await model(tx).delete({ where: { id } });
    },
  };
}
