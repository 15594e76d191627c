import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findFreePort } from '@viewpoints/config/free-port';
import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import { expect, vi } from 'vitest';

/** The API as the process that it is in production. */
export type Program = {
  url: string;
  child: ChildProcess;
  /** Everything it has printed. */
  said: () => string;
  /** Its exit status and signal, once it has ended. */
  ended: Promise<[code: number | null, signal: NodeJS.Signals | null]>;
  /** Ends it with a signal, and resolves to its exit status and signal once it is gone. */
  end: (signal: NodeJS.Signals) => Promise<[code: number | null, signal: NodeJS.Signals | null]>;
};

export type ProgramOptions = {
  db: Pick<TestDatabase, 'url' | 'readerUrl' | 'secret'>;
  dataDir: string;
  env?: Record<string, string>;
  /** A limit of the shell (`ulimit -f 8`) or similar, run before it in the same process. */
  before?: string;
};

/** Starts it; does not wait until it is ready. */
export async function spawnProgram({
  db,
  dataDir,
  env = {},
  before,
}: ProgramOptions): Promise<Program> {
  const port = await findFreePort();
  const main = join(import.meta.dirname, '..', 'main.ts');
  const options = {
    env: {
      PATH: process.env.PATH,
      // Not where it is limited: it would be what meets the limit.
      NODE_COMPILE_CACHE: before ? undefined : process.env.NODE_COMPILE_CACHE,
      DATABASE_URL: db.url,
      DATABASE_READER_URL: db.readerUrl,
      DATA_DIR: dataDir,
      API_PORT: String(port),
      SECRET: db.secret,
      ...env,
    },
  };
  const child =
    before === undefined
      ? spawn(process.execPath, [main], options)
      : spawn('sh', ['-c', `${before}; exec "$0" "$@"`, process.execPath, main], options);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  const ended = once(child, 'close') as Program['ended'];
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    said: () => said,
    ended,
    end: async (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Starts it and waits until it does its work. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const program = await spawnProgram(options);
  await becomesReady(program);
  return program;
}

export async function becomesReady({ url, said }: Program): Promise<void> {
  await vi.waitFor(
    async () => expect((await fetch(`${url}/readyz`)).status, said().slice(-2000)).toBe(200),
    {
      // On a busy machine a start has taken longer than half a minute.
      timeout: 90_000,
      interval: 50,
    },
  );
}
