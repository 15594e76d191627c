import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findFreePort } from '@viewpoints/config/free-port';

export const ROOT = resolve(import.meta.dirname, '../../../..');

/** The product as `npm start` runs it, on free ports and a data directory of its own. */
export type Stack = {
  readerUrl: string;
  adminUrl: string;
  apiUrl: string;
  dataDir: string;
  /** The settings it runs under, for command lines run with it. */
  env: Record<string, string>;
  /** Everything it has printed so far. */
  printed(): string;
  /** Waits until it has printed something that matches; throws with the output after `seconds`. */
  waitFor(pattern: RegExp, seconds?: number): Promise<RegExpMatchArray>;
  /** Ends it as Ctrl-C would, and removes its data. Resolves to its exit status. */
  stop(): Promise<number | null>;
};

/**
 * Starts the whole product with its own command and waits until it says that it is ready.
 * @param settings Settings on top of the free ports and the throwaway data directory.
 */
export async function startStack(settings: Record<string, string> = {}): Promise<Stack> {
  const dataDir = await mkdtemp(join(tmpdir(), 'viewpoints-e2e-'));
  // The database server may run as another user, who has to reach its directory inside.
  await chmod(dataDir, 0o755);
  const [reader, admin, api] = await Promise.all([findFreePort(), findFreePort(), findFreePort()]);
  const env = {
    DATA_DIR: dataDir,
    READER_PORT: String(reader),
    ADMIN_PORT: String(admin),
    API_PORT: String(api),
    LOG_LEVEL: 'warn',
    // Tests contact no other sites.
    CHECK_LINKS: 'off',
    ...settings,
  };
  // Built once before all journeys: a rebuild would change what another is served from.
  const child = spawn(process.execPath, [join(ROOT, 'apps/cli/src/start.ts'), '--built'], {
    cwd: ROOT,
    env: { ...inheritedEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const stack: Stack = {
    readerUrl: `http://localhost:${reader}`,
    adminUrl: `http://localhost:${admin}`,
    apiUrl: `http://localhost:${api}`,
    dataDir,
    env,
    printed: () => output,
    waitFor: (pattern, seconds = 60) => waitForOutput(child, () => output, pattern, seconds),
    stop: async () => {
      const status = await end(child);
      await rm(dataDir, { recursive: true, force: true });
      return status;
    },
  };
  try {
    await stack.waitFor(/ready/i, 240);
  } catch (error) {
    await stack.stop();
    throw error;
  }
  return stack;
}

/** Only what programs need to run: no setting of the machine's may reach the product under test. */
function inheritedEnvironment(): Record<string, string> {
  const inherited = ['PATH', 'HOME', 'USER', 'LANG', 'TMPDIR', 'SystemRoot', 'NODE_COMPILE_CACHE'];
  return Object.fromEntries(
    inherited.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

async function waitForOutput(
  child: ChildProcess,
  output: () => string,
  pattern: RegExp,
  seconds: number,
): Promise<RegExpMatchArray> {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    const found = output().match(pattern);
    if (found) return found;
    if (child.exitCode !== null) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`The product did not print ${pattern}. It printed:\n${output()}`);
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const ended = new Promise<number | null>((done) => child.once('exit', (status) => done(status)));
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), 20_000);
  const status = await ended;
  clearTimeout(kill);
  return status;
}
