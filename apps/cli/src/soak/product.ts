import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '@viewpoints/config/free-port';
import { Failure } from '../failure.ts';
import { root } from '../tool.ts';

/** The whole product as `npm start` runs it, on data and ports of its own. */
export type Product = {
  dataDir: string;
  readerUrl: string;
  adminUrl: string;
  apiUrl: string;
  owner: { email: string; password: string };
  /** The process that owns all others. */
  launcher: () => number;
  /** The output since it was last started. */
  printed: () => string;
  /** Starts it, or starts it again once what is left of it has ended; waits until it is ready. */
  start: () => Promise<void>;
  /** Waits until commands can be done and pages are shown; how long that took, in milliseconds. */
  becomesReady: () => Promise<number>;
  /** Ends it as Ctrl-C does; resolves to its exit status. */
  end: () => Promise<number | null>;
};

/** Milliseconds: what a start may take on a busy machine, and what being ready again may. */
const timeoutMs = 300_000;

export async function createProduct(): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), 'viewpoints-soak-'));
  await chmod(dataDir, 0o711);
  const [reader, admin, api] = [await findFreePort(), await findFreePort(), await findFreePort()];
  const owner = { email: 'owner@soak.example', password: 'a long run on purpose' };
  const env = {
    ...process.env,
    ...{ DATA_DIR: dataDir, READER_PORT: `${reader}`, ADMIN_PORT: `${admin}`, API_PORT: `${api}` },
    ...{ READER_URL: '', ADMIN_URL: '', API_URL: '', DATABASE_URL: '', DATABASE_READER_URL: '' },
    ...{ SMTP_URL: '', PURGE_URLS: '', SECRET: '', WEBSUB_HUB: '', CHECK_LINKS: 'off' },
    ...{ OWNER_EMAIL: owner.email, OWNER_PASSWORD: owner.password, SAMPLE: 'off' },
    LOG_LEVEL: 'warn',
  };
  const url = (port: number) => `http://localhost:${port}`;
  let child: ChildProcess | undefined;
  let printed = '';

  const start = async () => {
    for (const until = Date.now() + timeoutMs; Date.now() < until; await sleep(500)) {
      printed = '';
      const begun = spawn(process.execPath, [join(root, 'apps/cli/src/start.ts'), '--built'], {
        ...{ cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
      });
      child = begun;
      for (const stream of [begun.stdout, begun.stderr])
        stream?.setEncoding('utf8').on('data', (text: string) => {
          printed = (printed + text).slice(-20_000);
        });
      const ended = once(begun, 'exit').then(() => false);
      const isReady = async () => {
        while (begun.exitCode === null && !printed.includes('Press Ctrl-C')) await sleep(100);
        return begun.exitCode === null;
      };
      if (await Promise.race([ended, isReady()])) return;
      // The previous process is still ending.
      if (!/is in use|already running/.test(printed)) throw new Failure(printed);
    }
    throw new Failure(`The product did not start:\n${printed}`);
  };

  const answers = async (address: string) => {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    await answer?.body?.cancel();
    return answer?.status === 200;
  };

  return {
    ...{ dataDir, owner, start },
    ...{ readerUrl: url(reader), adminUrl: url(admin), apiUrl: url(api) },
    launcher: () => child?.pid ?? 0,
    printed: () => printed,
    becomesReady: async () => {
      const began = performance.now();
      const addresses = [`${url(api)}/readyz`, `${url(reader)}/`, `${url(admin)}/healthz`];
      while (!(await Promise.all(addresses.map(answers))).every(Boolean)) {
        if (performance.now() - began > timeoutMs)
          throw new Failure(`The product is not ready again. It printed:\n${printed}`);
        await sleep(100);
      }
      return performance.now() - began;
    },
    end: async () => {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null)
        return child?.exitCode ?? null;
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      const [status] = await ended;
      return status as number | null;
    },
  };
}
