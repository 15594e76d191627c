import { connectEditorial, inTransaction } from '@viewpoints/db/client';
import { readSql } from '@viewpoints/db/testing/read-sql';
import { notifyChanged } from '@viewpoints/published/changes/notify';
import { plantLargeJournal } from '@viewpoints/published/testing/large-journal/plant-large-journal';
import { timeEach } from '../src/bench/load.ts';
import { median, report } from '../src/bench/report.ts';
import { startReader } from '../src/reader/reader-fixture.ts';
import { makeFixtureDatabase } from '../src/support/fixture-database.ts';

/** Pages that are rendered because they were not requested before, in a journal of 10,000 articles. */
const ARTICLES = 10_000;
const FINDINGS = 40_000;
const ROUNDS = 5;
const A_ROUND = 150;

const database = await makeFixtureDatabase('nothing');
await plantLargeJournal(database.url, { articles: ARTICLES, findings: FINDINGS });
const editorial = connectEditorial(database.url, { poolSize: 1 });
const reader = await startReader(database, { NETWORK_LIMIT: '1000000' });
try {
  const slugs = await listSlugs();
  const ask = async (path: string) => {
    const answer = await fetch(reader.url + path, { headers: { 'accept-encoding': 'br' } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  };
  const next = (count: number) => slugs.splice(0, count).map((slug) => `/articles/${slug}`);
  await timeEach(next(100), 4, ask);
  const alone: number[] = [];
  const together: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    alone.push(median(await timeEach(next(A_ROUND / 3), 1, ask)));
    const began = performance.now();
    await timeEach(next(A_ROUND), 8, ask);
    together.push((A_ROUND / (performance.now() - began)) * 1000);
  }
  report({ name: 'article not kept, alone', unit: 'ms', values: alone, target: { most: 40 } });
  report({
    ...{ name: 'articles not kept, 8 at once', unit: 'requests/s', values: together },
    target: { least: 150 },
  });
  for (const [name, path] of Object.entries({ 'front page': '/', findings: '/findings' })) {
    const times: number[] = [];
    for (let round = 0; round < 15; round += 1) {
      await inTransaction(editorial, (tx) => notifyChanged(tx, ['journal']));
      await new Promise((done) => setTimeout(done, 30));
      times.push(...(await timeEach([path], 1, ask)));
    }
    report({ name: `${name} not kept`, unit: 'ms', values: times, target: { most: 40 } });
  }
} finally {
  await Promise.all([reader.stop(), editorial.$disconnect()]);
  await database.drop();
}

async function listSlugs(): Promise<string[]> {
  const { connectReader } = await import('@viewpoints/db/connect-reader');
  const db = connectReader(database.readerUrl, { poolSize: 1 });
  const rows = await readSql<{ slug: string }>(
    db,
    'SELECT slug FROM published_article ORDER BY md5(slug)',
  );
  await db.$disconnect();
  return rows.map(({ slug }) => slug);
}
