/**
 * Why a migration could not run.
 *
 * - `unreachable`: no connection, or the server does not let us in
 * - `server_too_old`: PostgreSQL before 15
 * - `not_empty`: tables in the schema that no migration of ours made
 * - `failed`: the SQL of `migration` failed; nothing of that migration was kept
 * - `edited`: `migrations` were changed after they had been applied
 * - `ahead`: the database holds `migrations` that this version of the code does not know
 * - `unknown`: `migration`, up to which the database was to be brought, is none of this version
 */
export type MigrationProblem =
  | { code: 'unreachable'; detail: string }
  | { code: 'server_too_old'; version: string }
  | { code: 'not_empty' }
  | { code: 'failed'; migration: string; detail: string }
  | { code: 'edited'; migrations: string[] }
  | { code: 'ahead'; migrations: string[] }
  | { code: 'unknown'; migration: string };

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
  }
}
