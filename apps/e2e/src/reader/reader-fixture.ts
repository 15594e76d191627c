import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandContext } from '@viewpoints/api/command';
import { findFreePort } from '@viewpoints/config/free-port';
import { nodeFlags } from '@viewpoints/config/node-flags';
import { connectEditorial, type EditorialDatabase } from '@viewpoints/db/client';
import { runSql } from '@viewpoints/db/testing/run-sql';
import { trackAcknowledgements } from '@viewpoints/published/changes/acknowledgements';
import { type FixtureDatabase, makeFixtureDatabase } from '../support/fixture-database.ts';
import { ROOT } from '../support/stack.ts';

const READER = join(ROOT, 'apps/reader');

/** The reading site alone: some instances of it on one database with the sample journal. */
export type ReaderFixture = {
  /** The address of each instance. */
  urls: string[];
  editorial: EditorialDatabase;
  /** Runs SQL as the database's owner, for what no command does. */
  ownerSql: (text: string) => Promise<void>;
  /** Stops one instance in the middle of whatever it does, as an overloaded machine might. */
  freeze: (instance: number) => void;
  /** Lets it go on. */
  thaw: (instance: number) => void;
  /** A command of the sample's second reader, who may publish, at this moment. */
  publisher: () => Promise<CommandContext>;
  /** Every line that the instances have logged, in whole. */
  logged: () => string;
  /** Ends one instance as its supervisor would. */
  end: (index: number) => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * Starts `instances` of the built site. The site must have been built: `npm test` does so first.
 * @param settings Settings on top of the free ports and the throwaway data directory.
 */
export async function startReaders(
  instances: number,
  settings: Record<string, string> = {},
): Promise<ReaderFixture> {
  if (!existsSync(join(READER, '.next/BUILD_ID')))
    throw new Error('Build the reading site first: npm run build -w apps/reader');
  const database = await makeFixtureDatabase('sample');
  const editorial = connectEditorial(database.url, { poolSize: 4 });

  const acknowledgements = trackAcknowledgements(database.url);
  const children: ChildProcess[] = [];
  const urls: string[] = [];
  let logged = '';
  for (let index = 0; index < instances; index += 1) {
    const { child, url } = await startReader(database, settings);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      logged += text;
    });
    children.push(child);
    urls.push(url);
  }
  return {
    urls,
    editorial,
    ownerSql: (text) => runSql(database.url, text),
    freeze: (instance) => void children[instance]?.kill('SIGSTOP'),
    thaw: (instance) => void children[instance]?.kill('SIGCONT'),
    publisher: async () => {
      const { id } = await editorial.account.findFirstOrThrow({
        where: { email: 'second-reader@sample.invalid' },
      });
      return {
        editorial,
        waitForAcknowledgements: acknowledgements.waitForAll,
        account: { id, roles: ['editor', 'publisher'] },
      };
    },
    logged: () => logged,
    end: async (index) => {
      const child = children[index];
      if (child !== undefined) await end(child);
    },
    stop: async () => {
      await Promise.all(children.map(end));
      await Promise.all([editorial.$disconnect(), acknowledgements.close()]);
      await database.drop();
    },
  };
}

/**
 * Starts one instance of the built site on a database; resolves once it answers.
 * @param settings its environment; a free port unless `READER_PORT` is given
 */
export async function startReader(
  database: Pick<FixtureDatabase, 'dataDir' | 'readerUrl'>,
  settings: Record<string, string> = {},
): Promise<{ url: string; child: ChildProcess; stop: () => Promise<void> }> {
  const port = settings.READER_PORT ?? String(await findFreePort());
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [...nodeFlags, join(READER, 'src/main.ts')], {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      NODE_ENV: 'production',
      DATA_DIR: database.dataDir,
      DATABASE_READER_URL: database.readerUrl,
      READER_PORT: port,
      READER_URL: url,
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await becomesHealthy(url);
  return { url, child, stop: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function becomesHealthy(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The reading site at ${url} did not start.`);
}
