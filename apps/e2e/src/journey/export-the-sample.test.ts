import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  createDatabaseFrom,
  createTestDatabase,
  type TestDatabase,
} from '@viewpoints/db/testing/test-database';
import { repositoryPaths } from '@viewpoints/postgres/migrations/files';
import { fillChanges } from '@viewpoints/published/prepare/fill-changes';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

let directory: string;
let [sample, other]: (TestDatabase | undefined)[] = [];
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'viewpoints-export-'));
  const { template, mediaDirectory } = inject('sampleJournal');
  sample = await createDatabaseFrom(template);
  other = await createTestDatabase();
  await cp(mediaDirectory, join(directory, 'sample', 'media'), { recursive: true });
});
afterAll(async () => {
  await rm(directory, { recursive: true });
  await Promise.all([sample?.drop(), other?.drop()]);
});

const run = promisify(execFile);

/** Runs a command on a journal, whose data are in a directory of its own. */
async function viewpoints(name: string, db: TestDatabase, ...args: string[]): Promise<string> {
  const { PATH = '', HOME = '', NODE_COMPILE_CACHE } = process.env;
  const env = {
    ...{ PATH, HOME, NODE_COMPILE_CACHE, INIT_CWD: directory },
    ...{ DATA_DIR: join(directory, name), DATABASE_URL: db.url, SECRET: db.secret },
  };
  const program = join(repositoryPaths.root, 'apps/cli/src/viewpoints.ts');
  return (await run(process.execPath, [program, ...args], { env, cwd: directory })).stdout;
}

test('the sample journal, exported as one file and imported elsewhere, is the same journal', async () => {
  if (sample === undefined || other === undefined) throw new Error('There is no database.');
  await viewpoints('sample', sample, 'export', 'one.tar', '--plain');
  await viewpoints('other', other, 'import', 'journal', 'one.tar');
  const said = await viewpoints('other', other, 'export', 'two.tar', '--plain', '--json');
  expect(JSON.parse(said)).toMatchObject({ media: 3, missingMedia: [] });
  const digest = async (name: string) =>
    createHash('sha256')
      .update(await readFile(join(directory, name)))
      .digest('hex');
  expect(await digest('two.tar')).toBe(await digest('one.tar'));
  expect(await readdir(join(directory, 'other', 'media'))).toEqual(
    await readdir(join(directory, 'sample', 'media')),
  );
  for (const sql of [
    // The number of a document is the order in which it was made.
    'SELECT id, kind, slug, facets, terms::text, head::text, said FROM search_document ORDER BY id, kind',
    `SELECT key, run_at FROM graphile_worker.jobs WHERE key ~ '^(publish|release|announce):' ORDER BY key`,
  ]) {
    const rows = await other.sql(sql);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toEqual(await sample.sql(sql));
  }
});

test('what readers may see of it is in an export of that, with Markdown and pictures', async () => {
  if (sample === undefined) throw new Error('There is no database.');
  await fillChanges(sample.url);
  await viewpoints('sample', sample, 'export', 'open', '--public');
  const names = async (folder: string) => readdir(join(directory, 'open', folder));
  const [count] = await sample.sql<{ articles: number; findings: number }>(`
    SELECT (SELECT count(*)::int FROM published_article WHERE visible_from <= now() AND path IS NULL) AS articles,
           (SELECT count(*)::int FROM published_finding WHERE visible_from <= now()) AS findings`);
  const written = async (folder: string) =>
    (await names(folder)).filter((name) => name.endsWith('.md')).length;
  expect({ articles: await written('articles'), findings: await written('findings') }).toEqual(
    count,
  );
  expect(
    (await names('pages/about')).filter((name) => name.endsWith('.md')).length,
  ).toBeGreaterThan(0);
  expect(await names('.')).toContain('menus.json');
  expect((await names('media')).length).toBeGreaterThan(0);
  const [first = ''] = (await names('articles')).filter((name) => name.endsWith('.md'));
  const text = await readFile(join(directory, 'open', 'articles', first), 'utf8');
  expect(text).toMatch(/^---\ntype: "article"\nurl: "http/);
});
