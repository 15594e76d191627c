import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/** Linux's file system in memory. */
const inMemory = '/dev/shm';
const prefix = 'viewpoints-tests-';

/** In bytes; a whole run takes a third of it. */
const enough = 2 * 2 ** 30;

/**
 * Has a run of tests write its temporary files in memory, where the system has 4 GB to spare.
 * Tests copy a database of a thousand files some thousand times: on a disk that takes a tenth of a
 * second at best and half a second after many, in memory a thirtieth.
 *
 * The directory is removed when this process exits; what a killed run left, by the next run.
 */
export function keepTemporaryFilesInMemory(): void {
  const directory = memoryDirectory();
  if (directory !== null) process.env.TMPDIR = directory;
}

function memoryDirectory(): string | null {
  if (process.platform !== 'linux' || process.availableMemory() < 2 * enough) return null;
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    if (bavail * bsize < enough || !mayExecute()) return null;
    removeLeftovers();
    const directory = join(inMemory, `${prefix}${process.pid}`);
    mkdirSync(directory);
    // PostgreSQL may run as another user, who has to pass through.
    chmodSync(directory, 0o711);
    process.on('exit', () => remove(directory));
    return directory;
  } catch {
    return null;
  }
}

/** Programs are unpacked there too, and containers may forbid that they run. */
function mayExecute(): boolean {
  const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n');
  const options = mounts.map((line) => line.split(' ')).find(([, path]) => path === inMemory)?.[3];
  return options !== undefined && !options.split(',').includes('noexec');
}

function removeLeftovers(): void {
  for (const name of readdirSync(inMemory)) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length))))
      remove(join(inMemory, name));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Another user's files stay. */
function remove(directory: string): void {
  try {
    rmSync(directory, { recursive: true, force: true });
  } catch {}
}
