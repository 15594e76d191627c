import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { plantLargeJournal } from '@viewpoints/db/testing/large-journal/plant-large-journal';
import { freePort, ROOT } from '../src/support/stack.ts';
import { makeStandDatabase, type StandDatabase } from '../src/support/stand-database.ts';
import { ask, percentile, questionsAbout } from './search-load.ts';

/**
 * The search at the API as it is run, in a journal of 100,000 articles and 400,000 findings in four
 * languages: how long each kind of question takes on one connection, and how many are answered on
 * sixteen. Planting the journal takes most of the time.
 */
const SIZE = { articles: 100_000, findings: 400_000 };
const ROUNDS = 5;

type Verdict = { target: string; met: boolean };
const print = (name: string, value: number, unit: string, verdict?: Verdict) =>
  console.log(JSON.stringify({ name, value, unit, ...verdict }));

async function startApi(database: StandDatabase): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort();
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

const database = await makeStandDatabase('nothing');
let child: ChildProcess | null = null;
try {
  const journal = await plantLargeJournal(database.url, {
    ...SIZE,
    onProgress: (articles) => {
      if (articles % 10_000 === 0) console.log(`${articles} articles planted`);
    },
  });
  const api = await startApi(database);
  child = api.child;
  const questions = questionsAbout(journal);
  const all = Object.values(questions);
  const mixed = Array.from({ length: 50 }, (_, index) =>
    all.map((each) => each[index] ?? ''),
  ).flat();
  await ask(api.url, mixed, { connections: 4, seconds: 10 });

  const every: number[] = [];
  for (const [name, paths] of Object.entries(questions)) {
    const times = await ask(api.url, paths, { connections: 1, seconds: 4 });
    every.push(...times);
    print(`search, ${name}: 95th percentile`, percentile(times, 0.95), 'ms');
  }
  const p95 = percentile(every, 0.95);
  print('search, all of these: 95th percentile', p95, 'ms', { target: '≤ 50', met: p95 <= 50 });

  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rates.push((await ask(api.url, mixed, { connections: 16, seconds: 5 })).length / 5);
  const rate = percentile(rates, 0.5);
  print('search, mixed, 16 connections', rate, 'searches/s', { target: '≥ 400', met: rate >= 400 });
} finally {
  if (child !== null) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
  await database.drop();
}
