import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { allTables } from './all-tables.ts';
import { inTransaction } from './client.ts';
import { Prisma } from './generated/client.ts';
import { sql } from './generated/kysely.js';
import type { ActorKind } from './generated/table-enums.ts';
import { parseRowsIn, selectFirstIn, selectRowsIn } from './statement.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

const id = '0199d2a0-0000-7000-8000-000000000001';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await db.sql(`INSERT INTO actor (id, slug, kind, name, aliases, description, note, save)
    VALUES ('${id}', 'ostrava', 'organisation', 'Ostrava', '{Mährisch Ostrau}', '', '', 1)`);
  await db.sql(`INSERT INTO former_slug (kind, slug, ref_id, at)
    VALUES ('actor', 'mahrisch-ostrau', '${id}', '2026-11-29T10:00:00.123Z')`);
  await db.sql(`INSERT INTO public_text (id, kind, ref_id, place, folded, fold)
    VALUES (9007199254740993, 'actor', '${id}', 'name', ' ostrava ', 1)`);
});
afterAll(() => db?.drop());

describe('rows of a query in an editors’ transaction', () => {
  test('are what the types of their columns say', async () => {
    const query = allTables
      .selectFrom('actor as a')
      .innerJoin('former_slug as f', 'f.ref_id', 'a.id')
      .innerJoin('public_text as t', 't.ref_id', 'a.id')
      .select(['a.id', 'a.kind', 'a.aliases', 'a.part_of_id', 'a.save', 'f.at', 't.id as number'])
      .where('a.id', '=', id);
    const row = await inTransaction(db.editorial, (tx) => selectFirstIn(tx, query));
    expectTypeOf(row).toEqualTypeOf<{
      id: string;
      kind: ActorKind;
      aliases: string[];
      part_of_id: string | null;
      save: number;
      at: Date;
      number: bigint;
    } | null>();
    expect(row).toEqual({
      id,
      kind: 'organisation',
      aliases: ['Mährisch Ostrau'],
      part_of_id: null,
      save: 1,
      at: new Date('2026-11-29T10:00:00.123Z'),
      // More than a number can hold.
      number: 9007199254740993n,
    });
  });

  test('are looked for by values of any type', async () => {
    const found = (at: Date) =>
      selectRowsIn(
        db.editorial,
        allTables
          .selectFrom('former_slug')
          .select('slug')
          .where('at', '=', at)
          .where('ref_id', '=', sql<string>`any(${[id]})`)
          .where('kind', 'in', ['actor', 'issue']),
      );
    expect(await found(new Date('2026-11-29T10:00:00.123Z'))).toEqual([
      { slug: 'mahrisch-ostrau' },
    ]);
    expect(await found(new Date('2026-11-29T10:00:00.124Z'))).toEqual([]);
  });
});

test('a row of SQL that is not what its schema says is refused', async () => {
  const read = (statement: Prisma.Sql) =>
    parseRowsIn(db.editorial, z.object({ count: z.number() }), statement);
  expect(await read(Prisma.sql`SELECT count(*)::int FROM actor`)).toEqual([{ count: 1 }]);
  await expect(read(Prisma.sql`SELECT count(*) FROM actor`)).rejects.toMatchObject({
    issues: [{ code: 'invalid_type', path: ['count'] }],
  });
});
