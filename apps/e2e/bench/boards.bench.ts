import { connectEditorial, inTransaction } from '@viewpoints/db/client';
import { connectReader } from '@viewpoints/db/connect-reader';
import { readSql } from '@viewpoints/db/testing/read-sql';
import { notifyChanged } from '@viewpoints/published/changes/notify';
import { plantLargeJournal } from '@viewpoints/published/testing/large-journal/plant-large-journal';
import { timeEach } from '../src/bench/load.ts';
import { report } from '../src/bench/report.ts';
import { startReader } from '../src/reader/reader-fixture.ts';
import { makeFixtureDatabase } from '../src/support/fixture-database.ts';

/**
 * Boards that are answered afresh and the pages that lead with one, in a journal of 10,000 articles: of
 * usual issues and actors, and of those with the most findings, which is the worst that can be requested.
 * Beside them, in the same rounds, an article that was not requested before.
 */
const ARTICLES = 10_000;
const FINDINGS = 40_000;
const ROUNDS = 15;

const database = await makeFixtureDatabase('nothing');
await plantLargeJournal(database.url, { articles: ARTICLES, findings: FINDINGS });
const editorial = connectEditorial(database.url, { poolSize: 1 });
const reader = await startReader(database, { NETWORK_LIMIT: '1000000' });
try {
  const slugs = await listSlugs();
  const [issue = ''] = slugs.issues;
  const [actor = '', ...others] = slugs.actors;
  const addresses: Record<string, (round: number) => string> = {
    'article not kept': (round) => `/articles/${slugs.articles[round]}`,
    'page of a usual issue': () => `/issues/${middleOf(slugs.issues)}`,
    'page of a usual actor': () => `/actors/${middleOf(slugs.actors)}`,
    'page of the largest issue': () => `/issues/${issue}`,
    'page of the largest actor': () => `/actors/${actor}`,
    'board of an issue, on a day': (round) => `/issues/${issue}/board?on=2031-01-${day(round)}`,
    'board of an actor, on a day': (round) => `/actors/${actor}/board?on=2031-01-${day(round)}`,
    'board of two actors': (round) => `/actors/${actor}/board?and=${others[round]}`,
    'board of an issue, ten actors': (round) =>
      `/issues/${issue}/board?actors=${slugs.actors.slice(round, round + 10).join(',')}`,
    'board of an issue, drawn': (round) => `/issues/${issue}/board.svg?on=2031-01-${day(round)}`,
  };
  const ask = async (path: string) => {
    const answer = await fetch(reader.url + path, { headers: { 'accept-encoding': 'br' } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  };
  const invalidate = async () => {
    await inTransaction(editorial, (tx) => notifyChanged(tx, ['journal']));
    await new Promise((done) => setTimeout(done, 30));
  };
  const times = new Map(Object.keys(addresses).map((name) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    await invalidate();
    for (const [name, at] of Object.entries(addresses))
      times.get(name)?.push(...(await timeEach([at(round)], 1, ask)));
  }
  for (const [name, values] of times)
    report({
      ...{ name, unit: 'ms', values },
      ...(name.includes('usual') ? { target: { most: 100 } } : {}),
    });
} finally {
  await Promise.all([reader.stop(), editorial.$disconnect()]);
  await database.drop();
}

function middleOf(all: readonly string[]): string {
  return all[Math.floor(all.length / 2)] ?? '';
}

function day(round: number): string {
  return String(round + 1).padStart(2, '0');
}

type Slugs = Record<'issues' | 'actors' | 'articles', string[]>;

async function listSlugs(): Promise<Slugs> {
  const db = connectReader(database.readerUrl, { poolSize: 1 });
  const list = async (query: string) =>
    (await readSql<{ slug: string }>(db, query)).map(({ slug }) => slug);
  const slugs = {
    issues: await list(`
      SELECT i.slug FROM published_about b JOIN issue i ON i.id = b.issue_id
      GROUP BY i.slug ORDER BY count(*) DESC, i.slug`),
    actors: await list(`
      SELECT a.slug FROM published_holding h JOIN actor a ON a.id = h.actor_id
      GROUP BY a.slug ORDER BY count(*) DESC, a.slug`),
    articles: await list('SELECT slug FROM published_article ORDER BY md5(slug) LIMIT 40'),
  };
  await db.$disconnect();
  return slugs;
}
