import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeNothingUntrue } from '@viewpoints/db/testing/before-nothing-untrue';
import { loadFixture } from '@viewpoints/db/testing/load-fixture';
import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import { prepareDatabase } from '@viewpoints/published/prepare/prepare-database';
import { rebuildStored } from '@viewpoints/published/prepare/rebuild/rebuild-stored';
import { findStoredWords } from '@viewpoints/published/testing/find-stored-words';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { crawl } from '../support/crawl.ts';
import { startReader } from './reader-fixture.ts';

/*
 * A journal that a version before stored with words of ours in its views: every page, feed, Markdown
 * text and picture of it is the same to the byte once the words are taken out.
 */

type Reader = Awaited<ReturnType<typeof startReader>>;

let db: TestDatabase;
let dataDir: string;
const readers: Reader[] = [];
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'viewpoints-words-'));
  db = await loadFixture(beforeNothingUntrue);
  await prepareDatabase(db.url, { secret: db.secret, readerUrl: null });
}, 120_000);
afterAll(async () => {
  await Promise.all(readers.map(({ stop }) => stop()));
  await db.drop();
  await rm(dataDir, { recursive: true, force: true });
});

async function newReader(settings: Record<string, string> = {}): Promise<Reader> {
  const reader = await startReader({ dataDir, readerUrl: db.readerUrl }, settings);
  readers.push(reader);
  return reader;
}

const seeds = ['/', '/feeds/articles.atom', '/feeds/findings.json', '/sitemap.xml', '/archive'];

/** The body of every address that a reader can reach, by its path. */
async function readAll({ url }: Reader): Promise<Map<string, string>> {
  const answers = await crawl(seeds.map((path) => url + path));
  return new Map(
    answers.map(({ address, status, bytes }) => {
      const text = bytes.toString('latin1');
      return [address.replace(url, ''), `${status} ${text.slice(text.indexOf('\n\n'))}`];
    }),
  );
}

it('has the same bytes at every address before and after', async () => {
  const reader = await newReader();
  const before = await readAll(reader);
  await reader.stop();
  expect(before.size).toBeGreaterThan(150);
  expect(await findStoredWords(db)).not.toEqual([]);

  while (await rebuildStored(db.editorial, 'published_view', 10));
  expect(await findStoredWords(db)).toEqual([]);

  // At the same address: drawings and descriptions of embeds have it in them.
  const after = await readAll(await newReader({ READER_PORT: new URL(reader.url).port }));
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  const changed = [...before].filter(([path, body]) => after.get(path) !== body);
  expect(changed.map(([path]) => path)).toEqual([]);
}, 600_000);
