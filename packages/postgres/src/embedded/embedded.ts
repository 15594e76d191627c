import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { clusterOwner, readPassword } from './cluster.ts';
import { EmbeddedError, type EmbeddedProblem } from './error.ts';
import { readPostmaster } from './orphan.ts';
import type { SupervisorReport, SupervisorRequest } from './supervisor.ts';

export type EmbeddedOptions = {
  onProgress?: (step: 'initialising' | 'recovering' | 'ended_orphan') => void;
} & (
  | {
      /** The parent of the data directory, which is `postgres` in it. */
      dataDir: string;
      throwaway?: false;
      /** Use the server that another process runs on this directory, where there is one. */
      join?: boolean;
      /** The port, such as that of a server that ended; any free port unless given. */
      port?: number;
    }
  /** A cluster of its own in the system's temporary directory, gone with `stop`; fast, not safe. */
  | { throwaway: true; dataDir?: undefined; join?: undefined; port?: undefined }
);

export type EmbeddedPostgres = {
  /** Connects as the owner of the database `viewpoints`, who is superuser of the server. */
  url: string;
  /** Whether this call started the server; a joined one is left running by `stop`. */
  owned: boolean;
  /** Ends the server and waits until it has written out everything. */
  stop: () => Promise<void>;
  /** Resolves when the server ends: null after `stop`, the problem where it ended by itself. */
  ended: Promise<EmbeddedError | null>;
};

/**
 * Starts PostgreSQL for this machine alone, on a free port of 127.0.0.1, and makes the cluster
 * where there is none. The server ends with this process, even where that is killed.
 * @throws {EmbeddedError} with one sentence on what is wrong and what to do
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const directory = options.throwaway
    ? join(await makeTemporary(), 'postgres')
    : resolve(options.dataDir, 'postgres');
  try {
    const { throwaway = false, port = null } = options;
    return await supervise({ directory, throwaway, port }, options);
  } catch (error) {
    const taken = error instanceof EmbeddedError && error.problem.code === 'running_elsewhere';
    if (!taken || !options.join) throw error;
    return joinServer(directory, error);
  }
}

async function makeTemporary(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'viewpoints-throwaway-'));
  // PostgreSQL may run as another user, who has to pass through.
  await chmod(directory, 0o711);
  return directory;
}

async function supervise(
  request: SupervisorRequest,
  { onProgress }: Pick<EmbeddedOptions, 'onProgress'>,
): Promise<EmbeddedPostgres> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./supervisor.ts', import.meta.url)), JSON.stringify(request)],
    // A session of its own: Ctrl-C in a terminal must reach the database last, not first.
    { stdio: ['pipe', 'pipe', 'inherit'], detached: true, windowsHide: true },
  );
  const exited = once(child, 'exit');
  child.stdin.on('error', () => {});
  let problem: EmbeddedProblem = {
    code: 'failed',
    path: request.directory,
    detail: 'its supervisor ended.',
  };
  const url = await new Promise<string | null>((finish) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const report: SupervisorReport = JSON.parse(line);
      if (report.type === 'progress') onProgress?.(report.step);
      else if (report.type === 'ready') finish(report.url);
      else problem = report.problem;
    });
    // After its output has been read to the end, unlike `exit`.
    child.once('close', () => finish(null));
    child.once('error', () => finish(null));
  });
  if (url === null) throw new EmbeddedError(problem);
  // If the supervisor is killed, it cannot report that itself.
  problem = { code: 'ended', path: request.directory, detail: 'its supervisor was killed.' };

  // The server must not prevent its owner's process from ending.
  child.unref();
  for (const pipe of [child.stdin, child.stdout]) if ('unref' in pipe) (pipe.unref as () => void)();
  let stopping = false;
  return {
    url,
    owned: true,
    stop: async () => {
      stopping = true;
      child.ref();
      child.stdin.end();
      await exited;
    },
    ended: exited.then(() => (stopping ? null : new EmbeddedError(problem))),
  };
}

/** Waits for another process' server and connects to it. */
async function joinServer(directory: string, refusal: EmbeddedError): Promise<EmbeddedPostgres> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    const server = await readPostmaster(directory);
    if (server?.ready) {
      const password = await readPassword(directory);
      return {
        url: `postgres://${clusterOwner}:${password}@127.0.0.1:${server.port}/${clusterOwner}`,
        owned: false,
        stop: async () => {},
        ended: new Promise(() => {}),
      };
    }
    await sleep(100);
  }
  throw refusal;
}
