import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSetupLink } from '@viewpoints/api/accounts/setup-link';
import { findFreePort } from '@viewpoints/config/free-port';
import { addAccount } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import type { Browser, Page } from 'playwright-core';
import { answers } from '../admin/admin-fixture.ts';
import { startReader } from '../reader/reader-fixture.ts';
import { DESK, launchBrowser } from '../support/browser.ts';
import { ROOT } from '../support/stack.ts';
import { inviteSecond, makeAccount, OWNER } from './people.ts';

/** The programs of the product on one database, each of which a test can kill and start again. */
export type JourneyFixture = {
  db: TestDatabase;
  browser: Browser;
  adminUrl: string;
  apiUrl: string;
  readerUrl: string;
  /** Two people at the desk, signed in. */
  owner: Page;
  second: Page;
  /** Starts the API with its worker; resolves once it answers. */
  startApi: () => Promise<void>;
  /** Ends both as a crash does. */
  killApi: () => Promise<void>;
  /** Accounts for what is there before a test begins. */
  accounts: { writer: string; publisher: string };
  stop: () => Promise<void>;
};

/** Starts the built product. Nobody starts again what a test kills. */
export async function startJourney(): Promise<JourneyFixture> {
  const db = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'viewpoints-journey-'));
  // The database server may run as another user, who has to reach its directory inside.
  await chmod(dataDir, 0o755);
  const [admin, api] = await Promise.all([findFreePort(), findFreePort()]);
  const adminUrl = `http://localhost:${admin}`;
  const apiUrl = `http://localhost:${api}`;
  const setupUrl = await createSetupLink({ editorial: db.editorial, adminUrl });
  const [writer, publisher] = [
    await addAccount(db.editorial, { roles: ['editor'] }),
    await addAccount(db.editorial, { roles: ['publisher'] }),
  ];
  const reader = await startReader({ dataDir, readerUrl: db.readerUrl }, { SECRET: db.secret });
  const env = {
    ...{ PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
    ...{ NODE_ENV: 'production', DATA_DIR: dataDir, SECRET: db.secret, READER_URL: reader.url },
    ...{ ADMIN_PORT: String(admin), API_PORT: String(api), ADMIN_URL: adminUrl },
    ...{ LOG_LEVEL: 'warn', CHECK_LINKS: 'off' },
  };
  const start = (app: string, further: Record<string, string> = {}) =>
    spawn(process.execPath, [join(ROOT, 'apps', app, 'src/main.ts')], {
      env: { ...env, ...further },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  let running: ChildProcess | null = null;
  const startApi = async () => {
    running = start('api', { DATABASE_URL: db.url, DATABASE_READER_URL: db.readerUrl });
    await answers(`${apiUrl}/readyz`);
  };
  const end = async (child: ChildProcess | null, signal: NodeJS.Signals) => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  const adminSite = start('admin');
  const [browser] = await Promise.all([
    launchBrowser(),
    startApi(),
    answers(`${adminUrl}/healthz`),
  ]);
  const owner = await (await browser.newContext({ viewport: DESK })).newPage();
  await owner.goto(setupUrl ?? '');
  await makeAccount(owner, OWNER, 'Create account');
  const second = await inviteSecond(browser, { adminUrl }, owner);
  return {
    ...{ db, browser, adminUrl, apiUrl, readerUrl: reader.url, owner, second, startApi },
    accounts: { writer: writer.id, publisher: publisher.id },
    killApi: () => end(running, 'SIGKILL'),
    stop: async () => {
      await browser.close();
      await Promise.all([end(running, 'SIGTERM'), end(adminSite, 'SIGTERM'), reader.stop()]);
      await db.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
