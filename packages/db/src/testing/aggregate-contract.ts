import { beforeAll, describe, expect, test } from 'vitest';
import { inTransaction, type Transaction } from '../client.ts';
import { databaseFailure } from '../database-failure.ts';
import { newId } from '../editorial/new-id.ts';
import type { PageRequest, QueryPage } from '../editorial/page.ts';
import type { TestDatabase } from './test-database.ts';

type Identified = { id: string };
type Ranked = Identified & { rank: number };

/** The queries of one aggregate, as far as it has them. */
export type Aggregate<Stored extends Identified> = {
  /** Inserts what its rows refer to. */
  prepare?: () => Promise<void>;
  /**
   * Inserts a row and returns what is stored of it.
   * @param rank where lists have it: the lowest first, those of one rank by their ids
   */
  insert: (rank: number) => Promise<Stored>;
  find?: (db: Transaction, id: string) => Promise<Stored | null>;
  /** Finds a row of `table` and locks it until the transaction ends. */
  lock?: { table: string; row: (tx: Transaction, id: string) => Promise<Stored | null> };
  /** Saves a changed row again. */
  save?: (tx: Transaction, stored: Stored) => Promise<Stored>;
  /** Lists page by page. */
  list?: (db: Transaction, request: PageRequest) => Promise<QueryPage<Identified>>;
  /** Lists all at once. */
  listAll?: (db: Transaction) => Promise<Identified[]>;
  /** Inserts another that has what must be unique of `first`, by the index that refuses it. */
  unique?: Record<string, (tx: Transaction, first: Stored) => Promise<unknown>>;
};

/**
 * Describes what holds of every aggregate: a row is found as it was inserted, a save is counted, a
 * lock lasts as long as its transaction, a list that is read page by page loses no row and shows none
 * twice, and what must be unique is refused by name.
 * @param database what the test file opens before its tests
 */
export function describeAggregate<Stored extends Identified>(
  name: string,
  database: () => TestDatabase,
  define: () => Aggregate<Stored>,
): void {
  describe(name, () => {
    const aggregate = define();
    let db: TestDatabase;
    beforeAll(async () => {
      db = database();
      await aggregate.prepare?.();
    });

    const { find, lock, save, list, listAll, unique } = aggregate;

    if (find)
      test('are found as they were inserted, and none by an id that no row has', async () => {
        const [first, second] = [await aggregate.insert(1), await aggregate.insert(2)];
        expect(await find(db.editorial, first.id)).toEqual(first);
        expect(await find(db.editorial, second.id)).toEqual(second);
        expect(await find(db.editorial, newId())).toBeNull();
      });

    if (save && find)
      test('count each save, so that one made on an older one can be told', async () => {
        const stored = await aggregate.insert(1);
        const saved = await inTransaction(db.editorial, (tx) => save(tx, stored));
        const again = await inTransaction(db.editorial, (tx) => save(tx, saved));
        expect([stored, saved, again]).toMatchObject([{ save: 1 }, { save: 2 }, { save: 3 }]);
        expect(await find(db.editorial, stored.id)).toEqual(again);
      });

    if (lock)
      test('are locked until the transaction ends', async () => {
        const [locked, free] = [await aggregate.insert(1), await aggregate.insert(2)];
        const unlocked = async () => {
          const query = `select id from "${lock.table}" for update skip locked`;
          return (await db.sql<Identified>(query)).map(({ id }) => id);
        };
        await inTransaction(db.editorial, async (tx) => {
          expect(await lock.row(tx, locked.id)).toEqual(locked);
          expect(await lock.row(tx, newId())).toBeNull();
          const others = await unlocked();
          expect(others).toContain(free.id);
          expect(others).not.toContain(locked.id);
        });
        expect(await unlocked()).toContain(locked.id);
      });

    if (list) {
      test('are listed in order, each once, though others are inserted meanwhile', async () => {
        const known = new Set(await readPages((request) => list(db.editorial, request)));
        const there = await insertRanked(aggregate);
        const meanwhile: string[] = [];
        const read = await readPages(
          (request) => list(db.editorial, request),
          async () => {
            if (meanwhile.length > 0) return;
            for (const rank of [-9, 9]) meanwhile.push((await aggregate.insert(rank)).id);
          },
        );
        expect(read).toHaveLength(new Set(read).size);
        const fresh = read.filter((id) => !known.has(id));
        expect(fresh).toEqual([...inOrder(there), meanwhile[1]]);
      });

      test('have no next page after a full one that is the last', async () => {
        await aggregate.insert(3);
        const all = await readPages((request) => list(db.editorial, request));
        const page = await list(db.editorial, { cursor: null, limit: all.length });
        expect(page.items.map(({ id }) => id)).toEqual(all);
        expect(page.nextCursor).toBeNull();
      });
    }

    if (listAll)
      test('are listed in order', async () => {
        const known = new Set((await listAll(db.editorial)).map(({ id }) => id));
        const there = await insertRanked(aggregate);
        const read = (await listAll(db.editorial)).map(({ id }) => id);
        expect(read.filter((id) => !known.has(id))).toEqual(inOrder(there));
      });

    for (const [index, insertTwin] of Object.entries(unique ?? {}))
      test(`are refused by ${index} where another is the same there`, async () => {
        const first = await aggregate.insert(1);
        const failure = await inTransaction(db.editorial, (tx) => insertTwin(tx, first)).then(
          () => 'inserted',
          databaseFailure,
        );
        expect(failure).toEqual({ kind: 'duplicate', index });
      });
  });
}

/** Inserts rows in no order, three of them equal but for their ids. */
async function insertRanked({ insert }: Pick<Aggregate<Identified>, 'insert'>): Promise<Ranked[]> {
  const rows: Ranked[] = [];
  for (const rank of [7, 6, 7, 5, 7]) rows.push({ rank, id: (await insert(rank)).id });
  return rows;
}

const inOrder = (rows: Ranked[]): string[] =>
  rows.toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1)).map(({ id }) => id);

/** Reads a list in pages of two and returns the ids that it showed, in order. */
async function readPages(
  list: (request: PageRequest) => Promise<QueryPage<Identified>>,
  between: () => Promise<void> = async () => {},
): Promise<string[]> {
  const read: string[] = [];
  let cursor: PageRequest['cursor'] = null;
  do {
    const page: QueryPage<Identified> = await list({ cursor, limit: 2 });
    read.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
    await between();
  } while (cursor !== null);
  return read;
}
