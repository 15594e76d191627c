import { execFile } from 'node:child_process';
import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A disk of a few megabytes that can be filled for real. */
export type SmallDisk = { directory: string; remove: () => Promise<void> };

/** Mounts a disk in memory; null if this user may not, which only an administrator of Linux may. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk | null> {
  const directory = await mkdtemp(join(tmpdir(), 'viewpoints-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', directory]);
  } catch {
    await rmdir(directory);
    return null;
  }
  return {
    directory,
    remove: async () => {
      // Lazily: a server that still has a file open there must not block the end of the test.
      await run('umount', ['--lazy', directory]);
      await rmdir(directory);
    },
  };
}
