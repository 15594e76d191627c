import type { FailedScript } from './engine.ts';

/**
 * Why a migration could not run.
 *
 * - `unreachable`: no connection, or the server does not let us in
 * - `interrupted`: something else failed on the way, such as a file that cannot be read
 * - `server_too_old`: PostgreSQL before 15
 * - `not_empty`: tables in the schema that no migration of ours made
 * - `failed`: the SQL of `migration` failed; nothing of that migration was kept
 * - `edited`: `migrations` were changed after they had been applied
 * - `ahead`: the database holds `migrations` that this version of the code does not know
 * - `unknown`: `migration`, up to which the database was to be brought, is none of this version
 * - `function_failed`: the SQL of a function's file failed, or made something else
 * - `function_signature`: a function would get other arguments or another result under its name
 * - `function_header`: a function's file names what there is not, or functions call in a circle
 */
export type MigrationProblem =
  | { code: 'unreachable'; detail: string }
  | { code: 'interrupted'; detail: string }
  | { code: 'server_too_old'; version: string }
  | { code: 'not_empty' }
  | { code: 'failed'; migration: string; detail: string }
  | { code: 'edited'; migrations: string[] }
  | { code: 'ahead'; migrations: string[] }
  | { code: 'unknown'; migration: string }
  | { code: FunctionProblemCode; function: string; detail: string };

type FunctionProblemCode = 'function_failed' | 'function_signature' | 'function_header';

/** A migration that did not happen, with the reason as data in `problem`. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
  readonly problem: MigrationProblem;

  constructor(problem: MigrationProblem, options?: ErrorOptions) {
    super(describe(problem), options);
    this.problem = problem;
  }
}

/** One sentence on what is wrong and one on what to do. */
function describe(problem: MigrationProblem): string {
  switch (problem.code) {
    case 'unreachable':
      return `The database cannot be reached: ${problem.detail}. Check DATABASE_URL and that the server is running and lets this user in.`;
    case 'interrupted':
      return `Migrating the database was interrupted: ${problem.detail}. What was not finished was not kept. Fix the cause and start Viewpoints again.`;
    case 'server_too_old':
      return `The database is PostgreSQL ${problem.version} and Viewpoints needs 15 or later. Upgrade the server, or unset DATABASE_URL to use the one that comes with Viewpoints.`;
    case 'not_empty':
      return 'The database already holds tables that Viewpoints did not make. Point DATABASE_URL at an empty database of its own.';
    case 'failed':
      return `The migration ${problem.migration} failed: ${problem.detail}. Nothing of it was kept. Fix the cause and start Viewpoints again.`;
    case 'edited':
      return `Migrations were changed after they had been applied: ${problem.migrations.join(', ')}. Restore those files as they were and put the change in a new migration.`;
    case 'ahead':
      return `The database was migrated by a newer version of Viewpoints: ${problem.migrations.join(', ')}. Run that version or a later one.`;
    case 'unknown':
      return `There is no migration called ${problem.migration}. Give the name of a folder in prisma/migrations.`;
    case 'function_failed':
      return `The SQL function ${problem.function} failed: ${problem.detail}. No function was changed. Fix its file in prisma/functions and start Viewpoints again.`;
    case 'function_signature':
      return `The SQL function ${problem.function} has another signature than in the database: ${problem.detail}. A signature changes only by a new name, since two versions run side by side during an upgrade. Give the new function a file and a name of its own.`;
    case 'function_header':
      return `The file of the SQL function ${problem.function} cannot be used: ${problem.detail}. Correct the lines that begin with "-- after:" and "-- rebuild:".`;
  }
}

/** What went wrong while migrations were applied, as a `MigrationError`. */
export function asMigrationError(error: unknown, failure: FailedScript | null): MigrationError {
  if (error instanceof MigrationError) return error;
  if (failure !== null) return new MigrationError({ code: 'failed', ...failure }, { cause: error });
  if (error instanceof Error && 'code' in error && error.code === 'P3005') {
    return new MigrationError({ code: 'not_empty' }, { cause: error });
  }
  const code = isConnectionLost(error) ? 'unreachable' : 'interrupted';
  return new MigrationError({ code, detail: reasonOf(error) }, { cause: error });
}

/** Codes of Node, of PostgreSQL and of Prisma's schema engine. */
const lostConnection =
  /^(?:ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|08|57P0|53300|P100[0-3]|P1008|P1017)/;

/** What pg says, without a code, of a connection that ended in a query and between two. */
const lostInWords = /^(?:Connection terminated|Client has encountered a connection error)/;

function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return lostConnection.test(code) || lostInWords.test(error.message);
}

/** The first line of an error's message, of each where there are several. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? text).replace(/\.$/, '');
}
