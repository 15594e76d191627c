import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { findFreePort } from '@viewpoints/config/free-port';
import { connectEditorial } from '@viewpoints/db/client';
import { addArticle } from '@viewpoints/db/testing/builders';
import { startHealthProbe } from '../src/bench/health-probe.ts';
import { hostileKinds } from '../src/bench/hostile-requests.ts';
import { report } from '../src/bench/report.ts';
import { makeFixtureDatabase } from '../src/support/fixture-database.ts';
import { ROOT } from '../src/support/stack.ts';

/**
 * How long others wait for the API while one client sends hostile requests: the longest of all
 * waits for `/healthz` during each kind of request, which shows how long its process was busy with
 * nothing but that.
 */
const ROUNDS = 3;
/** Milliseconds of `/healthz`, for each kind. */
const MAX_HEALTH_WAIT = 250;

const owner = { email: 'ines@journal.example', password: 'long enough' };

const database = await makeFixtureDatabase('nothing');
const editorial = connectEditorial(database.url, { poolSize: 2 });
const account = await ensureOwner({ editorial }, owner);
const article = await addArticle(editorial, { by: account?.id ?? '' });
await editorial.$disconnect();

const port = await findFreePort();
const url = `http://127.0.0.1:${port}`;
const origin = 'http://localhost:3001';
const api = spawn(process.execPath, [join(ROOT, 'apps/api/src/main.ts')], {
  env: {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    DATA_DIR: database.dataDir,
    DATABASE_URL: database.url,
    DATABASE_READER_URL: database.readerUrl,
    SECRET: database.secret,
    API_PORT: String(port),
    ADMIN_URL: origin,
    NETWORK_LIMIT: '1000000',
    LOG_LEVEL: 'silent',
  },
  stdio: ['ignore', 'inherit', 'inherit'],
});

async function signIn(): Promise<string> {
  const answer = await fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify(owner),
  });
  if (!answer.ok) throw new Error(`Signing in answered ${answer.status}.`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

try {
  for (let tries = 0; tries < 400; tries += 1) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  const cookie = await signIn();
  for (const { name, send } of hostileKinds) {
    const waits: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const probe = await startHealthProbe(url);
      await send({ url, origin, cookie, article });
      waits.push(await probe.stop());
    }
    report({
      ...{ name: `/healthz beside ${name}`, unit: 'ms', values: [Math.max(...waits)] },
      target: { most: MAX_HEALTH_WAIT },
    });
  }
} finally {
  if (api.exitCode === null && api.signalCode === null) {
    const ended = once(api, 'exit');
    api.kill('SIGTERM');
    await ended;
  }
  await database.drop();
}
