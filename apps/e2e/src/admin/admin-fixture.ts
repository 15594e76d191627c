import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createSetupLink } from '@viewpoints/api/accounts/setup-link';
import { findFreePort } from '@viewpoints/config/free-port';
import { connectEditorial } from '@viewpoints/db/client';
import { runSql } from '@viewpoints/db/testing/run-sql';
import { makeFixtureDatabase } from '../support/fixture-database.ts';
import { ROOT } from '../support/stack.ts';

const ADMIN = join(ROOT, 'apps/admin');

/** The admin and its API on a database of their own with the sample journal, without an owner. */
export type AdminFixture = {
  adminUrl: string;
  apiUrl: string;
  /** The one-time link for the first account. */
  setupUrl: string;
  /** As if everybody had given their password an hour ago. */
  ageSessions: () => Promise<unknown>;
  stop: () => Promise<void>;
};

/** Starts both. The admin must have been built: `npm test` does so first. */
export async function startAdmin(): Promise<AdminFixture> {
  if (!existsSync(join(ADMIN, '.next/BUILD_ID')))
    throw new Error('Build the admin first: npm run build -w apps/admin');
  const database = await makeFixtureDatabase('sample');
  const [admin, api, reader] = await Promise.all([findFreePort(), findFreePort(), findFreePort()]);
  const adminUrl = `http://localhost:${admin}`;
  const editorial = connectEditorial(database.url, { poolSize: 2 });
  const setupUrl = await createSetupLink({ editorial, adminUrl });
  await editorial.$disconnect();
  if (setupUrl === null) throw new Error('The sample journal must be owned by nobody');

  const env = {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    NODE_ENV: 'production',
    DATA_DIR: database.dataDir,
    SECRET: database.secret,
    ADMIN_PORT: String(admin),
    API_PORT: String(api),
    READER_PORT: String(reader),
    LOG_LEVEL: 'warn',
  };
  const children = [
    start('api', { ...env, DATABASE_URL: database.url, DATABASE_READER_URL: database.readerUrl }),
    start('admin', env),
  ];
  const stop = async () => {
    await Promise.all(children.map(end));
    await database.drop();
  };
  const ageSessions = () =>
    runSql(database.url, `UPDATE session SET authenticated_at = now() - interval '1 hour'`);
  const fixture = { adminUrl, apiUrl: `http://localhost:${api}`, setupUrl, ageSessions, stop };
  try {
    await Promise.all([answers(`${fixture.apiUrl}/readyz`), answers(`${adminUrl}/healthz`)]);
  } catch (error) {
    await stop();
    throw error;
  }
  return fixture;
}

function start(app: 'api' | 'admin', env: Record<string, string | undefined>): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'apps', app, 'src/main.ts')], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Waits until an address answers. */
export async function answers(url: string): Promise<void> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const ok = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${url} does not answer`);
}
