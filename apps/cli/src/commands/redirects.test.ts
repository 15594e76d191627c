import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addAccount } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { findRedirect } from '@viewpoints/published/query/find-address';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandProcess, startCommandProcess } from '../testing/command-process.ts';

let db: TestDatabase;
let directory: string;
let commands: CommandProcess;
beforeAll(async () => {
  db = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'viewpoints-redirects-'));
  commands = startCommandProcess(directory, {
    ...{ DATABASE_URL: db.url, SECRET: db.secret, READER_URL: 'https://journal.example.org' },
  });
}, 60_000);
afterAll(async () => {
  await commands.stop();
  await rm(directory, { recursive: true });
  await db.drop();
});

const run = (...args: string[]) => commands.run(['redirects', ...args]);
const account = async (role: 'editor' | 'publisher') =>
  (await addAccount(db.editorial, { roles: [role] })).email;

test('redirects are brought in for a publisher, and written to a new file', async () => {
  const [file, out] = [join(directory, 'in.csv'), join(directory, 'out.csv')];
  await writeFile(file, '/old,https://journal.example.org/articles/new\n/older,/old\n');
  const as = await account('publisher');
  expect((await run('import', file, '--as', as)).stdout).toBe(
    '2 added, 0 changed, 0 as they were.\n',
  );
  expect(await findRedirect(db.reader, '/older')).toBe('/articles/new');
  expect((await run('export', out)).status).toBe(0);
  expect(await readFile(out, 'utf8')).toBe(
    '\uFEFFfrom,to,origin\r\n/old,/articles/new,edited\r\n/older,/old,edited\r\n',
  );
  expect((await run('export', out)).status).toBe(1);
  expect((await run('import', out, '--as', as)).stdout).toContain('2 as they were');
});

test('a line that may not be is named, and nothing is brought in, nor by an editor', async () => {
  const file = join(directory, 'wrong.csv');
  await writeFile(file, '/a,/b\n/articles,/c\n');
  const refused = await run('import', file, '--as', await account('publisher'));
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('Line 2: /articles is used for articles');
  expect(await findRedirect(db.reader, '/a')).toBeNull();
  await writeFile(file, '/a,/b\n');
  expect((await run('import', file, '--as', await account('editor'))).status).toBe(1);
  expect(await findRedirect(db.reader, '/a')).toBeNull();
});
