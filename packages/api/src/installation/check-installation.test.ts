import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { plantWholeJournal } from '@viewpoints/published/testing/plant-whole-journal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkDatabase } from './check-database.ts';
import { createInstallationCheck, type InstallationSettings } from './check-installation.ts';

let db: TestDatabase;
let directory: string;
let settings: InstallationSettings;
beforeAll(async () => {
  db = await createTestDatabase();
  await plantWholeJournal(db);
  directory = await mkdtemp(join(tmpdir(), 'viewpoints-installation-'));
  settings = {
    ...{ databaseReaderUrl: db.readerUrl, secret: db.secret, smtpUrl: null },
    ...{
      dataDir: directory,
      storage: {
        current: { kind: 'files' as const, directory: join(directory, 'media') },
        also: null,
      },
    },
    ...{ readerUrl: 'http://localhost:1', adminUrl: 'http://localhost:2' },
    apiUrl: 'http://localhost:3',
  };
});
afterAll(async () => {
  await rm(directory, { recursive: true });
  await db.drop();
});

test('admins, who see no article, get numbers and not a headline or a protected word', async () => {
  // One quote that is lost, so that both kinds of names have something to tell.
  await db.sql(
    `UPDATE published_finding SET view = jsonb_set(jsonb_set(view, '{quote,start}',
       to_jsonb((view #>> '{quote,start}')::int + 1)), '{quote,end}',
       to_jsonb((view #>> '{quote,end}')::int + 1))
     WHERE withdrawn_at IS NULL AND number IS NOT NULL AND jsonb_typeof(view -> 'quote') = 'object'`,
  );
  const headlines = (await db.sql<{ headline: string }>('SELECT headline FROM article')).map(
    ({ headline }) => headline,
  );
  const found = JSON.stringify(await createInstallationCheck(db.url, settings)());
  expect(found).toMatch(/"What is public","ok":false/);
  expect(found).toMatch(/"Quotes of findings","ok":false/);
  for (const headline of headlines) expect(found).not.toContain(headline);
  // Who runs the machine reads them, or nothing could be mended.
  const named = JSON.stringify(await checkDatabase(db.url, settings, 'named'));
  expect(headlines.some((headline) => named.includes(headline))).toBe(true);
});

test('calls at once share one look, and a later one looks again', async () => {
  const check = createInstallationCheck(db.url, settings);
  const [first, second] = [check(), check()];
  expect(second).toBe(first);
  await first;
  expect(check()).not.toBe(first);
});

test('a database that does not answer is one of the results', async () => {
  const check = createInstallationCheck('postgres://nobody:x@127.0.0.1:1/none', settings);
  const results = await check();
  expect(results.find(({ name }) => name === 'Database')).toMatchObject({ ok: false });
  expect(results.find(({ name }) => name === 'Data directory')).toMatchObject({ ok: true });
});
