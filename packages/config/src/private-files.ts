import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Only the owner may list it, others may pass through: PostgreSQL may run as a user of its own. */
const passThrough = 0o711;
const ownerOnly = 0o700;
const ownerOnlyFile = 0o600;
const others = 0o077;

/** Windows has access lists instead, which a directory inherits from its parent. */
const hasModes = process.platform !== 'win32';

/**
 * Creates DATA_DIR so that only its owner can list it (0711). An existing directory loses wider
 * permissions, and never gains any.
 */
export function makeDataDirectory(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const isNew = mkdirSync(path, { recursive: true }) !== undefined;
  const mode = statSync(path).mode & 0o777;
  if (isNew) setMode(path, passThrough);
  else if ((mode & ~passThrough) !== 0) setMode(path, mode & passThrough);
}

/**
 * Makes a directory that its owner alone may enter (0700), for files that are not public. In one
 * that was open to others, its files are closed as well (0600): the directory comes last, so that
 * an interrupted correction is begun again.
 */
export async function makePrivateDirectory(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: ownerOnly });
  if (!hasModes || ((await stat(path)).mode & others) === 0) return;
  for (const entry of await readdir(path, { withFileTypes: true }))
    if (entry.isFile()) setMode(join(path, entry.name), ownerOnlyFile);
  setMode(path, ownerOnly);
}

/** Closes a file that exists to everybody but its owner (0600). */
export function makePrivateFile(path: string): void {
  if (hasModes && (statSync(path).mode & others) !== 0) setMode(path, ownerOnlyFile);
}

function setMode(path: string, mode: number): void {
  if (!hasModes) return;
  try {
    chmodSync(path, mode);
  } catch (error) {
    // Owned by another user: the administrator who created it for this one has decided on its mode.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) throw error;
  }
}
