/**
 * Why the embedded PostgreSQL could not be started, or why it ended.
 *
 * - `running_elsewhere`: another process owns this data directory (`pid` where it is known)
 * - `unreadable`: running as root, PostgreSQL's own user cannot enter `path`
 * - `not_writable`: `path` cannot be made or written to
 * - `no_user`: running as root, and no user to run PostgreSQL as could be made
 * - `no_binaries`: no PostgreSQL was installed for this `platform`
 * - `other_version`: the data was written by another major version
 * - `not_a_cluster`: `path` holds something, but no PostgreSQL data
 * - `disk_full`, `port_in_use`: as they say
 * - `failed`: anything else, in the server's own last words
 * - `ended`: it ran, and ended by itself
 */
export type EmbeddedProblem =
  | { code: 'running_elsewhere'; path: string; pid: number | null }
  | { code: 'unreadable'; path: string; user: string }
  | { code: 'not_writable'; path: string; detail: string }
  | { code: 'no_user'; detail: string }
  | { code: 'no_binaries'; platform: string }
  | { code: 'other_version'; path: string; found: string; needed: string }
  | { code: 'not_a_cluster'; path: string }
  | { code: 'disk_full'; path: string }
  | { code: 'port_in_use' }
  | { code: 'failed' | 'ended'; path: string; detail: string };

/** An embedded PostgreSQL that did not start or has ended, with the reason as data in `problem`. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
  readonly problem: EmbeddedProblem;

  constructor(problem: EmbeddedProblem) {
    super(describe(problem));
    this.problem = problem;
  }
}

/** One sentence on what is wrong and, after it, what to do. */
function describe(problem: EmbeddedProblem): string {
  switch (problem.code) {
    case 'running_elsewhere': {
      const who = problem.pid === null ? 'another process' : `process ${problem.pid}`;
      return `Viewpoints is already running on ${problem.path} (${who}). Stop it first, or set DATA_DIR to another directory.`;
    }
    case 'unreadable':
      return `PostgreSQL does not run as root and its user "${problem.user}" cannot enter ${problem.path}. Run Viewpoints as an ordinary user, move it to a directory that others may enter (chmod o+x ${problem.path} allows that), or set DATABASE_URL.`;
    case 'not_writable':
      return `The data directory ${problem.path} cannot be written to: ${problem.detail}. Give this user the directory, or set DATA_DIR to another.`;
    case 'no_user':
      return `PostgreSQL does not run as root and no user "postgres" could be made for it: ${problem.detail}. Run Viewpoints as an ordinary user, or set DATABASE_URL.`;
    case 'no_binaries':
      return `No PostgreSQL is installed for ${problem.platform}. Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`;
    case 'other_version':
      return `The data in ${problem.path} was written by PostgreSQL ${problem.found} and this version of Viewpoints brings PostgreSQL ${problem.needed}. Make a backup with the version of Viewpoints that wrote it and restore that into a new DATA_DIR.`;
    case 'not_a_cluster':
      return `${problem.path} is not empty and holds no PostgreSQL data. Move what is there away, or set DATA_DIR to another directory.`;
    case 'disk_full':
      return `The disk that holds ${problem.path} is full. Free some space and start again; nothing that was saved is lost.`;
    case 'port_in_use':
      return 'No free port was found for PostgreSQL on 127.0.0.1. Close some programs that listen there and start again.';
    case 'failed':
      return `PostgreSQL did not start on ${problem.path}: ${problem.detail} The full log is in ${problem.path}.log.`;
    case 'ended':
      return `PostgreSQL on ${problem.path} ended by itself: ${problem.detail} The full log is in ${problem.path}.log.old.`;
  }
}

/**
 * Finds in what PostgreSQL wrote (English, as it is always started) the reason it gave up.
 * @param output standard error of `initdb` or `postgres`
 */
export function readProblem(output: string, path: string): EmbeddedProblem {
  if (/No space left on device|Disk quota exceeded/.test(output))
    return { code: 'disk_full', path };
  if (/could not bind|Address already in use/.test(output)) return { code: 'port_in_use' };
  const version = /initialized by PostgreSQL version (\S+?),.*version (\d+)/s.exec(output);
  if (version?.[1] !== undefined && version[2] !== undefined) {
    return { code: 'other_version', path, found: version[1], needed: version[2] };
  }
  const fatal = output
    .split('\n')
    .filter((line) => /FATAL|PANIC|error:/.test(line))
    .map((line) => line.replace(/^.*?(FATAL|PANIC|error):\s*/, ''))
    .at(-1);
  return {
    code: 'failed',
    path,
    detail: `${fatal ?? (output.trim().split('\n').at(-1) || 'it said nothing')}.`,
  };
}
