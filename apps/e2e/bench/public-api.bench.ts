import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findFreePort } from '@viewpoints/config/free-port';
import { connectReader } from '@viewpoints/db/connect-reader';
import { readSql } from '@viewpoints/db/testing/read-sql';
import { plantLargeJournal } from '@viewpoints/published/testing/large-journal/plant-large-journal';
import { perSecond } from '../src/bench/load.ts';
import { report } from '../src/bench/report.ts';
import { makeFixtureDatabase } from '../src/support/fixture-database.ts';
import { ROOT } from '../src/support/stack.ts';

/** The public API over HTTP, without a cache: 16 clients at once, 10,000 articles. */
const ROUNDS = 5;
const SECONDS = 2;

const database = await makeFixtureDatabase('nothing');
const { cast, tongues } = await plantLargeJournal(database.url, {
  articles: 10_000,
  findings: 40_000,
});
const port = await findFreePort();
const api = spawn(process.execPath, [join(ROOT, 'apps/api/src/main.ts')], {
  env: {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    DATA_DIR: database.dataDir,
    DATABASE_URL: database.url,
    DATABASE_READER_URL: database.readerUrl,
    SECRET: database.secret,
    API_PORT: String(port),
    NETWORK_LIMIT: '1000000',
    LOG_LEVEL: 'warn',
  },
  stdio: ['ignore', 'inherit', 'inherit'],
});
const address = (procedure: string, input?: object) =>
  `http://127.0.0.1:${port}/trpc/${procedure}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`;
const plainAddress = (path: string) => `http://127.0.0.1:${port}${path}`;
try {
  for (let tries = 0; tries < 400; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
    if (answer?.ok) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  const db = connectReader(database.readerUrl, { poolSize: 1 });
  const [article] = await readSql<{ slug: string }>(
    db,
    `SELECT slug FROM published_article ORDER BY md5(slug) LIMIT 1`,
  );
  await db.$disconnect();
  // One of the thousands of words between the commonest and those used once.
  const word = tongues[0]?.words[2000] ?? cast.topics[0]?.name ?? '';
  const paths = [
    { name: 'a list of 20 articles', url: address('articles.list'), least: 1000 },
    {
      name: 'one article with its findings',
      url: address('articles.bySlug', { slug: article?.slug }),
      least: 1000,
    },
    { name: 'a list of 20 articles under /v1', url: plainAddress('/v1/articles'), least: 1000 },
    {
      name: 'one article with its findings under /v1',
      url: plainAddress(`/v1/articles/${article?.slug}`),
      least: 1000,
    },
    { name: 'a search', url: address('search.query', { q: word }), least: 400 },
  ];
  const found = new Map(paths.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const { name, url } of paths) {
      const rate = await perSecond({ url, connections: 16, seconds: SECONDS });
      // The first round only warms everything up.
      if (round > 0) found.get(name)?.push(rate);
    }
  for (const { name, least } of paths)
    report({
      ...{ name: `public API: ${name}, 16 connections`, unit: 'requests/s' },
      ...{ values: found.get(name) ?? [], target: { least } },
    });
} finally {
  const ended = once(api, 'exit');
  api.kill('SIGTERM');
  await ended;
  await database.drop();
}
