import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeNothingUntrue } from '@viewpoints/db/testing/before-nothing-untrue';
import { loadFixture } from '@viewpoints/db/testing/load-fixture';
import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import type { RebuildName } from '@viewpoints/postgres/functions/rebuild-names';
import { repositoryPaths } from '@viewpoints/postgres/migrations/files';
import { migrate } from '@viewpoints/postgres/migrations/migrate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inspectDatabase } from '../inspect-database.ts';
import { prepareDatabase } from '../prepare-database.ts';
import { enqueueRebuilds, rebuildStored } from './rebuild-stored.ts';

let db: TestDatabase;
let functions: string;

beforeAll(async () => {
  functions = await mkdtemp(join(tmpdir(), 'viewpoints-rebuild-'));
  db = await loadFixture(beforeNothingUntrue);
  await prepareDatabase(db.url, { secret: db.secret, readerUrl: null });
  // The differences between today's functions and those of the fixture.
  await rebuildAll('published_view');
  await rebuildAll('search_document');
  await rebuildAll('verified_wording');
}, 120_000);
afterAll(async () => {
  await db.drop();
  await rm(functions, { recursive: true });
});
beforeEach(async () => {
  await rm(functions, { recursive: true });
  await cp(repositoryPaths.functions, functions, { recursive: true });
});

/** Changes the body of a function in a copy of the folder. */
async function change(file: string, from: string, to: string): Promise<void> {
  const path = join(functions, file);
  const sql = await readFile(path, 'utf8');
  expect(sql).toContain(from);
  await writeFile(path, sql.replace(from, to));
}
const start = () => migrate(db.url, { directory: repositoryPaths.migrations, functions });
const pending = async () =>
  (await db.sql<{ name: string }>('SELECT name FROM pending_rebuild ORDER BY 1')).map(
    ({ name }) => name,
  );
/** What `doctor` reports of it. */
const listed = async () =>
  (await inspectDatabase(db.url, { secret: db.secret, readerUrl: null })).rebuilds;
const count = async (sql: string) =>
  (await db.sql<{ n: number }>(`SELECT (${sql})::int AS n`))[0]?.n;
const rebuildAll = async (name: RebuildName) => {
  while (await rebuildStored(db.editorial, name, 7));
};

test('given functions as they were at the last start then there is nothing to rebuild', async () => {
  await start();
  expect(await pending()).toEqual([]);
  expect(await rebuildStored(db.editorial, 'search_document', 10)).toBe(false);
});

describe('given another function that writes what is searched', () => {
  const written = `SELECT count(*) FROM search_document WHERE terms @@ '''=of:rebuilt'''::tsquery`;

  test('then every document is written by it, names too, and a kill on the way loses nothing', async () => {
    const all = await count('SELECT count(*) FROM search_document');
    await change('search/search_marks.sql', `ARRAY['=n']`, `ARRAY['=n', '=of:rebuilt']`);
    await change('search/search_marks.sql', `ARRAY['=a:'`, `ARRAY['=of:rebuilt', '=a:'`);
    await start();
    const articles = await count('SELECT count(*) FROM published_article');
    expect(await listed()).toEqual([{ name: 'search_document', done: 0, articles }]);
    expect(await count(written)).toBe(0);

    expect(await rebuildStored(db.editorial, 'search_document', 3)).toBe(true);
    const some = await count(written);
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all ?? 0);
    expect(await listed()).toEqual([{ name: 'search_document', done: 3, articles }]);
    const [half] = await db.sql<{ done: string }>('SELECT done_until AS done FROM pending_rebuild');

    // A start goes on from there, and the documents that are done are not written again.
    const before = `SELECT count(*) FROM search_document WHERE article_id <= '${half?.done}'`;
    const versions = async () =>
      db.sql(
        `SELECT id, kind, xmin::text FROM search_document WHERE article_id <= '${half?.done}' ORDER BY 1, 2`,
      );
    expect(await count(before)).toBeGreaterThan(0);
    const done = await versions();
    await start();
    await rebuildAll('search_document');
    expect(await versions()).toEqual(done);
    expect(await count(written)).toBe(all);
    expect(await listed()).toEqual([]);
  });

  test('then a start after that has nothing to do', async () => {
    await change('search/search_marks.sql', `ARRAY['=n']`, `ARRAY['=n', '=of:again']`);
    await start();
    await rebuildAll('search_document');
    await start();
    expect(await pending()).toEqual([]);
  });

  test('then an editor of one article does not wait for the others', async () => {
    await change('search/search_marks.sql', `ARRAY['=n']`, `ARRAY['=n', '=of:third']`);
    await start();
    const [last] = await db.sql<{ id: string }>(
      'SELECT id FROM published_article ORDER BY published_article.id DESC LIMIT 1',
    );
    await db.editorial.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM article WHERE id = ${last?.id}::uuid FOR NO KEY UPDATE`;
      expect(await rebuildStored(db.editorial, 'search_document', 3)).toBe(true);
    });
    await rebuildAll('search_document');
  });
});

describe('given another function of the words that are verified', () => {
  const kept = 'SELECT count(*) FROM verified_wording';
  const withIt = `SELECT count(DISTINCT finding_id) FROM verified_wording WHERE words ? 'rebuilt'`;
  const published = `SELECT count(*) FROM published_finding WHERE withdrawn_at IS NULL`;
  const extended = (value: string) =>
    change('finding_words.sql', `'proposition',`, `'rebuilt', ${value}, 'proposition',`);

  test('then verified words stay, are stored with the new words as well, and can be published before and after', async () => {
    const before = await count(kept);
    await extended(`finding -> 'rebuilt'`);
    await start();
    expect(await pending()).toContain('verified_wording');
    // The function of the test before is put back, too.
    await rebuildAll('search_document');
    // As a correction would: every finding is published again, with the words that were verified.
    await db.sql('BEGIN');
    await db.sql(
      `CREATE TEMP TABLE out AS SELECT * FROM published_finding WHERE withdrawn_at IS NULL`,
    );
    await db.sql('DELETE FROM published_finding WHERE withdrawn_at IS NULL');
    await db.sql('INSERT INTO published_finding SELECT * FROM out');
    await db.sql('ROLLBACK');

    expect(await rebuildStored(db.editorial, 'verified_wording', 2)).toBe(true);
    await rebuildAll('verified_wording');
    expect(await count(kept)).toBeGreaterThan(before ?? 0);
    expect(await count(withIt)).toBeGreaterThanOrEqual((await count(published)) ?? 0);
    await start();
    expect(await pending()).toEqual([]);
  });

  test('then words that nobody verified are refused meanwhile', async () => {
    await extended(`'"unseen"'::jsonb`);
    await start();
    await db.sql('BEGIN');
    await db.sql(
      `CREATE TEMP TABLE out AS SELECT * FROM published_finding WHERE withdrawn_at IS NULL LIMIT 1`,
    );
    await db.sql('DELETE FROM published_finding WHERE id IN (SELECT id FROM out)');
    await expect(db.sql('INSERT INTO published_finding SELECT * FROM out')).rejects.toThrow(
      'published_finding_verified',
    );
    await db.sql('ROLLBACK');
    await rebuildAll('verified_wording');
  });
});

test('a start queues one job for each thing to rebuild, however often it is started', async () => {
  await change('search/search_marks.sql', `ARRAY['=n']`, `ARRAY['=n', '=of:job']`);
  await change('finding_words.sql', `'proposition',`, `'job', 1, 'proposition',`);
  await start();
  await enqueueRebuilds(db.editorial);
  await enqueueRebuilds(db.editorial);
  const jobs = await db.sql<{ key: string }>(
    `SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'rebuild_stored' ORDER BY 1`,
  );
  expect(jobs).toEqual([
    // From the first start of the fixture, which a migration has it rebuilt by.
    { key: 'rebuild_stored:published_view' },
    { key: 'rebuild_stored:search_document' },
    { key: 'rebuild_stored:verified_wording' },
  ]);
});
