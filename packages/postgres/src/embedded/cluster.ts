import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chown,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises';
import { platform, totalmem } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { EmbeddedError, readProblem } from './error.ts';
import type { ServerUser } from './user.ts';

const run = promisify(execFile);

/** The owner of everything in the cluster, and the database that Viewpoints uses. */
export const clusterOwner = 'viewpoints';

/** A data directory, the programs that serve it and the user they run as. */
export type Cluster = { directory: string; binaries: Binaries; as: ServerUser };

/** The password is inside the data directory, so that the two are lost or copied together. */
const passwordFile = 'viewpoints-password';

export async function readPassword(directory: string): Promise<string> {
  return (await readFile(join(directory, passwordFile), 'utf8')).trim();
}

/** Of this process' environment only what a program needs to run; no PGHOST or PGDATA of a user. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMPDIR, NODE_ENV } = process.env;
  return { PATH, SystemRoot, TEMP, TMPDIR, NODE_ENV, LC_MESSAGES: 'C', TZ: 'UTC' };
}

function settings({ directory, as }: Cluster) {
  return { ...as, cwd: dirname(directory), env: environment() };
}

/**
 * The major version of the data in a directory, or null if there is no data yet.
 * @throws {EmbeddedError} `not_a_cluster`
 */
export async function readDataVersion(directory: string): Promise<string | null> {
  try {
    return (await readFile(join(directory, 'PG_VERSION'), 'utf8')).trim();
  } catch {
    const entries = await readdir(directory).catch(() => null);
    if (entries === null) return null;
    if (entries.length > 0) throw new EmbeddedError({ code: 'not_a_cluster', path: directory });
    await rmdir(directory);
    return null;
  }
}

/**
 * Creates a new cluster. It is created next to its place and moved there when complete, so that a
 * directory contains a complete cluster or none, whenever the process is killed.
 */
export async function initialise(cluster: Cluster, options: { throwaway: boolean }): Promise<void> {
  const { directory, binaries, as } = cluster;
  await removePartialCluster(directory);
  // A name of its own each time: the initdb of a start that was killed may still be writing.
  const making = `${directory}.initialising-${randomBytes(4).toString('hex')}`;
  await mkdir(making, { recursive: true, mode: 0o700 });
  if (as.uid !== undefined) await chown(making, as.uid, as.gid);

  const password = randomBytes(24).toString('base64url');
  const secret = `${making}-password`;
  await writeSecret(secret, password, as);
  try {
    await run(
      binaries.initdb,
      [
        `--pgdata=${making}`,
        `--username=${clusterOwner}`,
        `--pwfile=${secret}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // The same order and letter classes on every operating system and after its upgrades.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        ...(platform() === 'linux' ? ['--lc-ctype=C.UTF-8'] : []),
        ...(options.throwaway ? ['--no-sync'] : []),
      ],
      settings(cluster),
    );
  } catch (error) {
    const output =
      error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new EmbeddedError(readProblem(output, directory));
  } finally {
    await rm(secret, { force: true });
  }
  await writeSecret(join(making, passwordFile), password, as);
  await rename(making, directory);
}

/** Removes what starts that were killed half-way left; what is still being written, the next time. */
async function removePartialCluster(directory: string): Promise<void> {
  const prefix = `${basename(directory)}.initialising`;
  const names = await readdir(dirname(directory)).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(prefix))) {
    const path = join(dirname(directory), name);
    await rm(path, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
  }
}

async function writeSecret(path: string, secret: string, as: ServerUser): Promise<void> {
  await rm(path, { force: true });
  await writeFile(path, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  if (as.uid !== undefined) await chown(path, as.uid, as.gid);
}

/** Starts a server on a port of 127.0.0.1; its log goes to the directory's name and `.log`. */
export async function spawnServer(
  cluster: Cluster,
  options: { port: number; throwaway: boolean },
): Promise<ChildProcess> {
  const flags = {
    listen_addresses: '127.0.0.1',
    port: String(options.port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '100',
    shared_buffers: `${sharedBuffersMb()}MB`,
    ...(options.throwaway && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      // It may lie in memory.
      max_wal_size: '256MB',
      max_connections: '200',
    }),
  };
  // The previous log is saved: the server may have ended by itself.
  await rename(`${cluster.directory}.log`, `${cluster.directory}.log.old`).catch(() => {});
  const log = await open(`${cluster.directory}.log`, 'w', 0o600);
  try {
    return spawn(
      cluster.binaries.postgres,
      ['-D', cluster.directory, ...Object.entries(flags).flatMap(([k, v]) => ['-c', `${k}=${v}`])],
      { ...settings(cluster), stdio: ['ignore', log.fd, log.fd] },
    );
  } finally {
    await log.close();
  }
}

/**
 * PostgreSQL's `shared_buffers` in megabytes: an eighth of the memory, since other pages are copied
 * from the system's cache at each use. Its default of 128 fits a journal of some thousand articles.
 */
function sharedBuffersMb(): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return Math.min(2_048, Math.max(128, Math.floor(memory / 8 / 2 ** 20)));
}

/** Ends the server of a data directory, letting it write out what it holds. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const stop = (mode: string) =>
    run(
      cluster.binaries.pgCtl,
      ['stop', '-D', cluster.directory, '-m', mode, '-w', '-t', '60'],
      settings(cluster),
    );
  await stop('fast').catch(() => stop('immediate'));
}
