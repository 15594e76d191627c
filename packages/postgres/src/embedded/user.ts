import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedError } from './error.ts';

const run = promisify(execFile);
const user = 'postgres';

/** The user to run PostgreSQL as; empty if it is the user that runs Viewpoints. */
export type ServerUser = { uid: number; gid: number } | Record<string, never>;

/**
 * PostgreSQL refuses to run as root, so root lends it the system user `postgres`, made where it is
 * missing.
 * @throws {EmbeddedError} `no_user`
 */
export async function findServerUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {};
  const known = await lookUp();
  if (known !== null) return known;
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', user]);
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new EmbeddedError({ code: 'no_user', detail: detail ?? 'useradd failed' });
  }
  const made = await lookUp();
  if (made === null) throw new EmbeddedError({ code: 'no_user', detail: 'useradd made none' });
  return made;
}

async function lookUp(): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

/**
 * Sees to it that the server's user may walk down to each path.
 * @param paths directories or files that exist
 * @throws {EmbeddedError} `unreadable`, naming the topmost directory that is closed
 */
export async function checkReachable(as: ServerUser, paths: string[]): Promise<void> {
  if (as.uid === undefined) return;
  for (const directory of new Set(paths.flatMap(ancestors))) {
    const { mode, uid, gid } = await stat(directory);
    const search = uid === as.uid ? 0o100 : gid === as.gid ? 0o010 : 0o001;
    if ((mode & search) === 0) {
      throw new EmbeddedError({ code: 'unreadable', path: directory, user });
    }
  }
}

/** The directories above a path, topmost first. */
function ancestors(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [...ancestors(parent), parent];
}
