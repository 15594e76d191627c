import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findFreePort } from '@viewpoints/config/free-port';
import { startEmbeddedPostgres } from '@viewpoints/postgres/embedded/embedded';
import { prepareDatabase } from '@viewpoints/published/prepare/prepare-database';
import { entriesOf } from '@viewpoints/published/testing/large-journal/entries';
import { plantLargeJournal } from '@viewpoints/published/testing/large-journal/plant-large-journal';
import { tongues } from '@viewpoints/published/testing/large-journal/vocabulary';
import { quantile, report } from '../src/bench/report.ts';
import { type FixtureDatabase, makeFixtureDatabase } from '../src/support/fixture-database.ts';
import { ROOT } from '../src/support/stack.ts';
import { ask, type Questions, questionsAbout } from './search-load.ts';

/**
 * The search at the API as it is run, in a journal of 100,000 articles and 400,000 findings in four
 * languages: how long each kind of question takes on one connection, and how many are answered on
 * sixteen. Planting the journal takes most of the time; it stays in the directory that is
 * given, where one is, and is used again from there: on the embedded server.
 */
const SIZE = { articles: 100_000, findings: 400_000 };
const ROUNDS = 5;
const SECRET = 'a secret for a measurement, which guards nothing';

async function keptDatabase(dataDir: string): Promise<FixtureDatabase> {
  await mkdir(dataDir, { recursive: true });
  await chmod(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir });
  const readerUrl = await prepareDatabase(postgres.url, { secret: SECRET, readerUrl: null });
  return { url: postgres.url, readerUrl, secret: SECRET, dataDir, drop: () => postgres.stop() };
}

/** Plants the journal, unless it exists, and returns its contents. */
async function plant(database: FixtureDatabase): Promise<Pick<Planted, 'cast' | 'tongues'>> {
  const planted = join(database.dataDir, 'planted');
  const spoken = tongues();
  const [first] = spoken;
  if (
    first !== undefined &&
    (await access(planted).then(
      () => true,
      () => false,
    ))
  )
    return { cast: entriesOf(SIZE.articles, first), tongues: spoken };
  const began = performance.now();
  const journal = await plantLargeJournal(database.url, {
    ...SIZE,
    onProgress: (articles) => {
      if (articles % 10_000 === 0) console.log(`${articles} articles planted`);
    },
  });
  await writeFile(planted, '');
  console.log(`planted in ${Math.round((performance.now() - began) / 1000)} s`);
  return journal;
}
type Planted = Awaited<ReturnType<typeof plantLargeJournal>>;

async function startApi(database: FixtureDatabase): Promise<{ url: string; child: ChildProcess }> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(ROOT, 'apps/api/src/main.ts')], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      ...{ DATA_DIR: database.dataDir, DATABASE_URL: database.url, SECRET: database.secret },
      ...{ DATABASE_READER_URL: database.readerUrl, API_PORT: String(port), API_URL: url },
      ...{ LOG_LEVEL: 'error', NETWORK_LIMIT: '1000000' },
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await fetch(`${url}/healthz`).catch(() => null))?.ok) return { url, child };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The API did not start.');
}

/** Each kind of question for so long on one connection: milliseconds by kind. */
async function timeKinds(url: string, questions: Questions, seconds: number) {
  const times: Record<string, number[]> = {};
  for (const [kind, paths] of Object.entries(questions))
    times[kind] = await ask(url, paths, { connections: 1, seconds });
  return times;
}

const [, , kept] = process.argv;
const database = await (kept === undefined
  ? makeFixtureDatabase('nothing')
  : keptDatabase(resolve(kept)));
let child: ChildProcess | null = null;
try {
  const questions = questionsAbout(await plant(database));
  const api = await startApi(database);
  child = api.child;
  const all = Object.values(questions);
  const mixed = Array.from({ length: 50 }, (_, index) =>
    all.map((each) => each[index] ?? ''),
  ).flat();
  await ask(api.url, mixed, { connections: 4, seconds: 10 });

  const rounds: Record<string, number[]>[] = [];
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push(await timeKinds(api.url, questions, 1));
    rates.push((await ask(api.url, mixed, { connections: 16, seconds: 4 })).length / 4);
  }
  const ofEach = (share: number, kind?: string) =>
    rounds.map((times) =>
      quantile(kind === undefined ? Object.values(times).flat() : (times[kind] ?? []), share),
    );
  for (const kind of Object.keys(questions))
    report({
      ...{ name: `search, ${kind}: 95th percentile`, unit: 'ms', values: ofEach(0.95, kind) },
    });
  report({ name: 'search, all of these: median', unit: 'ms', values: ofEach(0.5) });
  report({
    ...{ name: 'search, all of these: 95th percentile', unit: 'ms', values: ofEach(0.95) },
    target: { most: 50 },
  });
  report({
    ...{ name: 'search, mixed, 16 connections', unit: 'searches/s', values: rates },
    target: { least: 400 },
  });
} finally {
  if (child !== null) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
  await database.drop();
}
