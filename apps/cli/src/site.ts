import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nodeFlags } from '@viewpoints/config/node-flags';
import { Failure } from './failure.ts';
import { root } from './tool.ts';

/** One of the programs that make up the product. */
export type SiteOptions = {
  name: 'api' | 'reader' | 'admin';
  port: number;
  env: Record<string, string | undefined>;
  /** Prints its output, line by line, once it is up; earlier output is buffered in case it fails. */
  print: (line: string) => void;
};

export type Site = {
  name: SiteOptions['name'];
  /** Resolves once it answers at /healthz; rejects with what it printed where it ends before. */
  ready: Promise<void>;
  /** Resolves to its exit status or signal, however it ended. */
  ended: Promise<number | string>;
  stop: () => Promise<void>;
  /** Whether a stop was requested. */
  stopped: () => boolean;
};

const endWithParent = new URL('./end-with-parent.ts', import.meta.url).href;
/** Milliseconds: what a first compilation may take, and what a last request may. */
const startTimeoutMs = 120_000;
const stopTimeoutMs = 12_000;

/** Starts a program; it ends with this process at the latest. */
export function startSite({ name, port, env, print }: SiteOptions): Site {
  const directory = join(root, 'apps', name);
  const child = spawn(
    process.execPath,
    [
      ...process.execArgv,
      ...nodeFlags,
      ...['--import', endWithParent, join(directory, 'src', 'main.ts')],
    ],
    { cwd: directory, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  const said: string[] = [];
  let up = false;
  readLines(child, (line) => {
    if (up) print(line);
    else said.push(line);
  });
  const ended = once(child, 'close').then(
    ([code, signal]): number | string => code ?? signal ?? 1,
    (error: Error) => error.message,
  );
  const ready = becomesHealthy(port, ended).then((healthy) => {
    up = healthy;
    if (healthy) return;
    const lines = said.slice(-30).join('\n') || `it said nothing for ${startTimeoutMs / 1000} s`;
    throw new Failure(`The ${name} did not start:\n${lines}`);
  });
  let stopped = false;
  const stop = () => {
    stopped = true;
    return end(child, ended);
  };
  return { name, ready, ended, stop, stopped: () => stopped };
}

function readLines(child: ChildProcess, take: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
    });
  }
}

async function becomesHealthy(port: number, ended: Promise<unknown>): Promise<boolean> {
  const gone = ended.then(() => true);
  const until = Date.now() + startTimeoutMs;
  while (Date.now() < until) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/healthz`, {
        signal: AbortSignal.timeout(5_000),
      });
      await answer.body?.cancel();
      if (answer.ok) return true;
    } catch {
      // Not listening yet.
    }
    if (await Promise.race([gone, sleep(100, false)])) return false;
  }
  return false;
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await ended;
  clearTimeout(force);
}
