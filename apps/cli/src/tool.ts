import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { findRoot } from '@viewpoints/config/env';

export const root = findRoot();

/** The exit of a program: its status and all it wrote. */
export type ToolResult = { ok: boolean; output: string; seconds: number };

const running = new Set<ChildProcess>();

/** Ends every tool that still runs; for the end of this process. */
export function endTools(): void {
  for (const child of running) child.kill('SIGTERM');
}

/** The JavaScript file behind a command of an installed package. */
function scriptOf([name, command]: readonly [string, string]): string {
  const directory = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  return join(directory, typeof bin === 'string' ? bin : bin[command]);
}

/** Installed tools, by the package and the command in it. */
const tools = {
  biome: ['@biomejs/biome', 'biome'],
  turbo: ['turbo', 'turbo'],
  depcruise: ['dependency-cruiser', 'depcruise'],
  knip: ['knip', 'knip'],
  vitest: ['vitest', 'vitest'],
  stryker: ['@stryker-mutator/core', 'stryker'],
} as const;

/**
 * Runs an installed tool to its end.
 * @param options.show pass its output on as it comes, too
 * @param options.cwd where it runs; the repository's root by default
 * @param options.background leave the processor to others that want it
 */
export function runTool(
  tool: keyof typeof tools,
  args: string[],
  options: {
    show?: boolean;
    env?: Record<string, string | undefined>;
    cwd?: string;
    background?: boolean;
  } = {},
): Promise<ToolResult> {
  const started = performance.now();
  const child = spawn(process.execPath, [scriptOf(tools[tool]), ...args], {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  if (options.background && child.pid !== undefined)
    setPriority(child.pid, constants.priority.PRIORITY_LOW);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (options.show) process.stdout.write(text);
    });
  }
  return new Promise((done) => {
    const end = (ok: boolean) => {
      running.delete(child);
      done({ ok, output, seconds: (performance.now() - started) / 1000 });
    };
    child.on('error', (error) => {
      output += error.message;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/** Writes what is made from other files: the Prisma client. */
export function generate(): Promise<ToolResult> {
  return runTool('turbo', ['run', '@viewpoints/db#generate', ...quietly]);
}

/** Builds the sites, or takes them from the cache where nothing they are made of has changed. */
export function build(options: { background?: boolean } = {}): Promise<ToolResult> {
  return runTool('turbo', ['run', 'build', ...quietly], options);
}

/** No daemon: it would outlive the command. */
export const quietly = ['--no-daemon', '--output-logs=errors-only', '--log-prefix=none'];
