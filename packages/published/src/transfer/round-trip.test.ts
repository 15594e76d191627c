import { ModelName } from '@viewpoints/db/generated/internal/prismaNamespace';
import { digestTables } from '@viewpoints/db/testing/table-digests';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { describeSchema } from '@viewpoints/postgres/testing/describe-schema';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plantWholeJournal } from '../testing/plant-whole-journal.ts';
import { canary } from '../testing/planted-journal.ts';
import { exportedTables, tableOf, transferOf } from './exported-models.ts';
import { finishImport } from './finish-import.ts';
import { guards, type Loader, withLoader } from './load-rows.ts';
import { withSnapshot } from './read-snapshot.ts';

let planted: TestDatabase;
beforeAll(async () => {
  planted = await createTestDatabase();
  await plantWholeJournal(planted);
});
afterAll(() => planted.drop());

type Rows = Record<string, string[]>;

const rowsOf = (db: TestDatabase): Promise<Rows> =>
  withSnapshot(db.url, async ({ lines }) => {
    const rows: Rows = {};
    for (const { table } of exportedTables) {
      const its: string[] = [];
      for await (const line of lines(table)) its.push(line);
      rows[table] = its;
    }
    return rows;
  });

async function loadAll(load: Loader['load'], rows: Rows): Promise<void> {
  for (const { table } of exportedTables) await load(table, each(rows[table] ?? []));
}
async function* each(lines: readonly string[]) {
  yield* lines;
}
async function withEmpty<Result>(work: (db: TestDatabase) => Promise<Result>): Promise<Result> {
  const db = await createTestDatabase();
  try {
    return await work(db);
  } finally {
    await db.drop();
  }
}
async function schemaOf(db: TestDatabase) {
  const client = new Client({ connectionString: db.url });
  await client.connect();
  try {
    return await describeSchema(client);
  } finally {
    await client.end();
  }
}

describe('what is exported', () => {
  test('every model is exported, or left out for a reason, and every table is a model’s', async () => {
    expect(Object.keys(transferOf).sort()).toEqual(Object.keys(ModelName).sort());
    const tables = await planted.sql<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
    );
    expect(tables.map(({ name }) => name).sort()).toEqual(
      Object.keys(transferOf).map(tableOf).sort(),
    );
  });

  test('what a guard looks at comes before what it guards', async () => {
    const functions = await planted.sql<{ name: string; text: string }>(
      `SELECT proname AS name, prosrc AS text FROM pg_proc WHERE pronamespace = 'public'::regnamespace`,
    );
    const triggers = await planted.sql<{ guard: string; name: string }>(
      `SELECT t.tgname AS guard, p.proname AS name FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid`,
    );
    const textOf = (name: string) => functions.find((each) => each.name === name)?.text ?? '';
    const lookedAt = (name: string): string[] => {
      const text = textOf(name);
      const called = functions.filter((each) => text.includes(`${each.name}(`));
      const tables = [...text.matchAll(/\b(?:FROM|JOIN)\s+([a-z_]+)/g)].map(
        ([, table = '']) => table,
      );
      return [...tables, ...called.flatMap((each) => lookedAt(each.name))];
    };
    const order = exportedTables.map(({ table }) => table);
    const pairs = Object.entries(guards).flatMap(([guarded, guard]) =>
      lookedAt(triggers.find((each) => each.guard === guard)?.name ?? '')
        .filter((table) => order.includes(table))
        .map((table) => ({ guarded, table })),
    );
    expect(pairs).toContainEqual({ guarded: 'published_finding', table: 'waiver' });
    expect(pairs).toContainEqual({ guarded: 'published_source', table: 'source' });
    for (const { guarded, table } of pairs)
      expect([table, order.indexOf(table) < order.indexOf(guarded)]).toEqual([table, true]);
  });

  test('the schema that the documents have is that of these tables', async () => {
    // After a change of the data model: vitest -u.
    const file = '../../../../docs/integrating/export-schema.json';
    await withSnapshot(planted.url, ({ schema }) => expect(schema).toMatchFileSnapshot(file));
  });

  test('the planted journal has rows of every table, and no secret of an installation among them', async () => {
    const rows = await rowsOf(planted);
    const without = Object.keys(rows).filter((table) => rows[table]?.length === 0);
    expect(without).toEqual([]);
    const text = JSON.stringify(rows);
    for (const hash of ['a', 'c', 'd', 'e', '1'].map((letter) => letter.repeat(64)))
      expect(text).not.toContain(hash);
    expect(text).not.toContain('token_hash');
  });
});

test('what is written meanwhile is not in it', async () => {
  const names = async (lines: (table: string) => AsyncIterable<string>) => {
    const found: string[] = [];
    for await (const line of lines('topic')) found.push(line);
    return found;
  };
  await withSnapshot(planted.url, async ({ lines }) => {
    const before = await names(lines);
    await planted.sql(
      `INSERT INTO topic (id, slug, name, description, position, save) VALUES (gen_random_uuid(), 'late', 'Late', '', 9, 1)`,
    );
    expect(await names(lines)).toEqual(before);
    await planted.sql(`DELETE FROM topic WHERE slug = 'late'`);
  });
});

describe('rows are refused', () => {
  const refused = (code: string, says: string) =>
    expect.objectContaining({
      name: 'TransferError',
      code,
      message: expect.stringContaining(says),
    });
  const first = (rows: Rows, table: string) => JSON.parse(rows[table]?.[0] ?? '');

  test('that are no rows of their table, before anything of them is written', () =>
    withEmpty(async (db) => {
      const rows = await rowsOf(planted);
      const actor = first(rows, 'actor');
      const article = first(rows, 'article');
      await withLoader(db.url, async ({ load }) => {
        for (const [table, line, says] of [
          ['actor', '{', 'Line 1 of actor cannot be taken in: it is no JSON'],
          ['actor', '[]', 'the row is not'],
          ['actor', JSON.stringify({ ...actor, x: canary }), 'unrecognized_keys'],
          ['actor', JSON.stringify({ ...actor, save: canary }), 'save is not as it should be'],
          ['actor', JSON.stringify({ ...actor, kind: canary }), 'kind is not'],
          ['actor', JSON.stringify({ ...actor, slug: null }), 'slug is not'],
          ['actor', JSON.stringify({ ...actor, id: '1' }), 'id is not'],
          ['article', JSON.stringify({ ...article, savedAt: 'now' }), 'unrecognized_keys'],
          ['article', JSON.stringify({ ...article, saved_at: '2021-02-01' }), 'saved_at is not'],
          [
            'article',
            JSON.stringify({ ...article, body: { type: 'doc', content: [{ type: canary }] } }),
            'body',
          ],
        ] as const) {
          const refusal: Error = await load(table, each([line])).catch((error) => error);
          expect(refusal).toEqual(refused('invalid_row', says));
          expect(refusal.message).not.toContain(canary);
        }
        expect(await load('actor', each([JSON.stringify(actor)]))).toBe(1);
      }).catch((error) => expect(error).toEqual(refused('invalid_row', '_fkey')));
    }));

  test.each<[string, (rows: Rows) => void, string, string]>([
    [
      'that refer to what is not there',
      (rows) => {
        rows.topic = [];
      },
      ...(['invalid_row', 'article_topic_topic_id_fkey'] as const),
    ],
    [
      'of which one is there twice',
      (rows) => {
        rows.topic?.push(rows.topic[0] ?? '');
      },
      ...(['invalid_row', 'topic_pkey'] as const),
    ],
    [
      'that go round in a circle',
      (rows) => {
        const [one = '', other = '', ...more] = rows.issue ?? [];
        const [first, second] = [JSON.parse(one), JSON.parse(other)];
        rows.issue = [
          JSON.stringify({ ...first, parent_id: second.id }),
          JSON.stringify({ ...second, parent_id: first.id }),
          ...more,
        ];
      },
      ...(['invalid_row', 'issue_no_circle'] as const),
    ],
    [
      'that name to readers a source that terms protect',
      (rows) => {
        const source = rows.source?.find((line) => line.includes('chatham_house')) ?? '';
        const shown = first(rows, 'published_source');
        rows.published_source = [JSON.stringify({ ...shown, source_id: JSON.parse(source).id })];
      },
      ...(['against_terms', 'published_source_protected'] as const),
    ],
  ])('%s, and all others with them', (_, change, code, says) =>
    withEmpty(async (db) => {
      const before = await digestTables(db);
      const rows = await rowsOf(planted);
      change(rows);
      const loading = withLoader(db.url, ({ load }) => loadAll(load, rows));
      await expect(loading).rejects.toEqual(refused(code, says));
      expect(await digestTables(db)).toEqual(before);
    }),
  );

  test('where a journal is there', async () => {
    const loading = withLoader(planted.url, async () => {});
    await expect(loading).rejects.toEqual(refused('not_empty', 'rows of account, journal'));
  });
});

/** What the database generates, by table: no export has it, and an import generates it anew. */
async function generatedIn({ sql }: TestDatabase): Promise<[table: string, column: string][]> {
  const columns = await sql<{ table: string; column: string }>(
    `SELECT attrelid::regclass::text AS table, attname AS column FROM pg_attribute a
     JOIN pg_class c ON c.oid = attrelid AND c.relkind = 'r' AND relnamespace = 'public'::regnamespace
     WHERE attgenerated <> ''`,
  );
  return columns.map(({ table, column }) => [table, column]);
}

test('what is read, loaded and read again is the same, and so is the database around it', () =>
  withEmpty(async (db) => {
    const before = await schemaOf(db);
    const rows = await rowsOf(planted);
    const generated = await generatedIn(planted);
    expect(generated).toContainEqual(['article', 'body_words']);
    for (const [table, column] of generated)
      for (const line of rows[table] ?? []) expect(JSON.parse(line)).not.toHaveProperty(column);
    await withLoader(db.url, ({ load }) => loadAll(load, rows));
    await finishImport(db.url);
    expect(await rowsOf(db)).toEqual(rows);
    for (const [table, column] of generated) {
      const values = `SELECT md5(string_agg("${column}"::text, ',' ORDER BY id)) AS digest FROM "${table}"`;
      expect(await db.sql(values)).toEqual(await planted.sql(values));
    }
    expect(await schemaOf(db)).toEqual(before);
  }));
