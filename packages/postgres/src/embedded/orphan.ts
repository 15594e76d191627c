import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Cluster, stopServer } from './cluster.ts';

const run = promisify(execFile);

/** The process and port that a running server has written down. */
export async function readPostmaster(
  directory: string,
): Promise<{ pid: number; port: number; ready: boolean } | null> {
  const text = await readFile(join(directory, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Ends a server that outlived its owner on this directory, and repairs the lock file of one that
 * did not. Only for the caller that has the directory's lock and will start the next server.
 * @returns whether a server had to be ended
 */
export async function clearOrphan(cluster: Cluster): Promise<boolean> {
  const found = await readPostmaster(cluster.directory);
  if (found === null) return false;
  if (await isServerOf(found.pid, cluster.directory)) {
    await stopServer(cluster);
    return true;
  }
  if (isAlive(found.pid)) await disown(cluster.directory);
  return false;
}

/**
 * A process id is reused, and PostgreSQL would take the process that has it now for a server. It
 * ignores its own parent's id; the rest of the file stays, since PostgreSQL uses it to see that
 * children of the dead server are still running.
 */
async function disown(directory: string): Promise<void> {
  const path = join(directory, 'postmaster.pid');
  const [, ...rest] = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, [process.pid, ...rest].join('\n'));
}

async function isServerOf(pid: number, directory: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (platform() === 'win32') return true;
  const command = await run('ps', ['-ww', '-o', 'args=', '-p', String(pid)]).then(
    ({ stdout }) => stdout,
    () => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null),
  );
  return command === null || command.includes(directory);
}

/** Whether a process exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
