import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterEach, beforeEach, expect, test } from 'vitest';

const rules = createRequire(import.meta.url)('../dependency-rules.cjs');

let root: string;
const cwd = process.cwd();

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'viewpoints-rules-'));
  write(
    'package.json',
    '{ "dependencies": { "pg": "*", "@prisma/client": "*", "kysely": "*", "saxes": "*", "sharp": "*", "yauzl": "*", "yjs": "*", "zod": "*" } }',
  );
  for (const name of ['pg', '@prisma/client', 'kysely', 'saxes', 'sharp', 'yauzl', 'yjs', 'zod']) {
    write(`node_modules/${name}/package.json`, `{ "name": "${name}", "main": "index.js" }`);
    write(`node_modules/${name}/index.js`, '');
  }
  process.chdir(root);
});

afterEach(() => {
  process.chdir(cwd);
  rmSync(root, { recursive: true });
});

test.each([
  ['packages/domain/src/a.ts', 'node:fs', 'domain-stays-pure'],
  ['packages/domain/src/a.ts', 'packages/db/src/b.ts', 'domain-stays-pure'],
  ['packages/api/src/a.ts', 'pg', 'only-three-packages-touch-the-database'],
  ['apps/cli/src/a.ts', '@prisma/client', 'only-three-packages-touch-the-database'],
  [
    'packages/api/src/a.ts',
    'packages/db/src/generated/client.ts',
    'only-three-packages-touch-the-database',
  ],
  ['packages/api/src/a.ts', 'packages/db/src/query-builder.ts', 'only-published-builds-queries'],
  ['packages/api/src/a.ts', 'packages/db/src/statement.ts', 'only-published-builds-queries'],
  ['packages/published/src/a.ts', 'kysely', 'kysely-comes-packed'],
  ['packages/postgres/src/a.ts', 'packages/domain/src/b.ts', 'postgres-knows-no-tables'],
  ['packages/db/src/a.ts', 'packages/api/src/b.ts', 'db-knows-only-the-domain'],
  ['packages/db/src/a.ts', 'packages/published/src/b.ts', 'db-knows-only-the-domain'],
  ['packages/published/src/a.ts', 'packages/api/src/b.ts', 'published-knows-only-db-and-domain'],
  ['packages/api/src/a.ts', 'packages/client/src/b.ts', 'api-knows-only-db-and-domain'],
  [
    'packages/api/src/publishing/a.ts',
    'packages/api/src/articles/b.ts',
    'publishing-knows-no-commands',
  ],
  ['packages/client/src/a.ts', 'packages/api/src/b.ts', 'client-takes-only-types-from-the-api'],
  ['packages/ui/src/a.tsx', 'packages/client/src/b.ts', 'ui-never-fetches'],
  ['packages/config/src/a.ts', 'packages/domain/src/b.ts', 'config-knows-nobody'],
  ['apps/reader/src/a.ts', 'packages/api/src/editor-router.ts', 'reader-enters-by-its-door'],
  ['apps/reader/src/a.ts', 'packages/db/src/b.ts', 'reader-enters-by-its-door'],
  ['apps/admin/src/a.tsx', 'packages/api/src/b.ts', 'admin-never-reaches-the-api'],
  ['apps/admin/src/a.tsx', 'packages/db/src/b.ts', 'admin-never-reaches-the-api'],
  ['apps/admin/src/a.ts', 'apps/reader/src/b.ts', 'apps-do-not-import-apps'],
  ['packages/ui/src/a.tsx', 'apps/reader/src/b.ts', 'packages-do-not-import-apps'],
  ['packages/api/src/a.ts', 'packages/db/src/testing/b.ts', 'tests-stay-out-of-the-product'],
  ['packages/pictures/src/a.ts', 'packages/db/src/b.ts', 'pictures-know-only-the-domain'],
  ['packages/docx/src/a.ts', 'packages/api/src/b.ts', 'docx-knows-only-the-domain'],
  ['packages/api/src/a.ts', 'packages/docx/src/docx-job.ts', 'word-files-are-read-in-a-process'],
  ['packages/api/src/a.ts', 'yauzl', 'only-docx-unpacks'],
  [
    'packages/api/src/a.ts',
    'packages/api/src/import/uploads/reader-job.ts',
    'uploads-are-read-in-a-process',
  ],
  ['packages/api/src/a.ts', 'saxes', 'foreign-xml-is-read-in-two-places'],
  ['packages/api/src/a.ts', 'sharp', 'only-pictures-and-the-reader-decode'],
  ['packages/working-copy/src/a.ts', 'packages/db/src/b.ts', 'working-copy-knows-only-the-domain'],
  ['packages/api/src/a.ts', 'yjs', 'only-working-copy-touches-shared-documents'],
  ['apps/admin/src/article/a.ts', 'yjs', 'only-working-copy-touches-shared-documents'],
  [
    'packages/api/src/a.ts',
    'packages/pictures/src/clean-job.ts',
    'only-pictures-and-the-reader-decode',
  ],
  ['packages/api/src/a.ts', 'nowhere', 'no-missing'],
])('%s may not import %s: %s', async (from, to, rule) => {
  expect(await brokenBy(from, to)).toContain(rule);
});

test.each([
  ['packages/domain/src/a.ts', 'zod'],
  ['apps/admin/src/article/collaboration/a.ts', 'yjs'],
  ['apps/admin/src/a.ts', 'packages/working-copy/src/b.ts'],
  ['packages/db/src/a.ts', 'pg'],
  ['packages/postgres/src/a.ts', 'pg'],
  ['packages/published/src/a.ts', 'packages/db/src/b.ts'],
  ['packages/db/src/a.ts', 'packages/postgres/src/b.ts'],
  ['packages/db/src/a.ts', 'packages/domain/src/b.ts'],
  ['packages/api/src/a.ts', 'packages/db/src/b.ts'],
  ['packages/api/src/a.ts', 'packages/pictures/src/picture-cleaner.ts'],
  ['packages/api/src/a.ts', 'packages/docx/src/docx-reader.ts'],
  ['packages/docx/src/a.ts', 'yauzl'],
  ['apps/reader/src/a.ts', 'packages/pictures/src/job-process.ts'],
  ['packages/pictures/src/a.ts', 'sharp'],
  ['packages/working-copy/src/a.ts', 'yjs'],
  ['packages/api/src/a.ts', 'packages/working-copy/src/b.ts'],
  ['apps/reader/src/a.ts', 'packages/api/src/reader-caller.ts'],
  ['apps/admin/src/a.tsx', 'packages/client/src/b.ts'],
  ['apps/cli/src/a.ts', 'packages/api/src/b.ts'],
  ['packages/api/src/import/core/xml-stream.ts', 'saxes'],
  ['apps/e2e/src/a.test.ts', 'packages/db/src/testing/b.ts'],
  ['packages/api/bench/a.bench.ts', 'packages/domain/src/testing/b.ts'],
])('%s may import %s', async (from, to) => {
  expect(await brokenBy(from, to)).toEqual([]);
});

test('the client may know the types of the API', async () => {
  expect(
    await brokenBy('packages/client/src/a.ts', 'packages/api/src/b.ts', 'import type'),
  ).toEqual([]);
});

test.each(['import', 'import type'])('two files may not import each other: %s', async (keyword) => {
  write('packages/api/src/b.ts', `${keyword} { a } from './a.ts'; export const b = a;`);
  const [one, other] = ['packages/api/src/a.ts', 'packages/api/src/b.ts'];
  expect(await brokenBy(one, other, keyword)).toEqual(['no-cycles']);
});

/** The rules that break when one file imports another file or a package. */
async function brokenBy(from: string, to: string, keyword = 'import'): Promise<string[]> {
  const isFile = /^(packages|apps)\//.test(to);
  const specifier = isFile ? relative(dirname(from), to).replace(/^(?!\.)/, './') : to;
  write(from, `${keyword} { b } from '${specifier}'; export const a = b;`);
  if (isFile && !existsSync(join(root, to))) write(to, 'export const b = 1;');
  const { cache: _, ...options } = rules.options;
  const { output } = await cruise(
    ['packages', 'apps'].filter(
      (directory) => from.startsWith(directory) || to.startsWith(directory),
    ),
    { ...options, ruleSet: { forbidden: rules.forbidden }, validate: true, baseDir: root },
  );
  return (output as ICruiseResult).summary.violations.map((violation) => violation.rule.name);
}

function write(path: string, content: string): void {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
}
