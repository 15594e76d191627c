import { type Client, DatabaseError } from 'pg';
import { MigrationError } from '../migrations/error.ts';
import { explainFailure } from '../migrations/explain-failure.ts';
import { readFunctions, type SqlFunction } from './function-files.ts';
import { listFunctions, listFunctionTexts } from './stored-functions.ts';

const deadlock = '40P01';
/** How often it is begun again where it met a writer in a deadlock over the table of a trigger. */
const maxAttempts = 5;

/**
 * Errors of PostgreSQL for a function whose arguments or result changed under its name: "cannot
 * change return type", "function name is not unique".
 */
const otherSignature = new Set(['42P13', '42725']);

/**
 * Applies the functions of a folder whose files differ from those applied last, and requests
 * rebuilds of stored data that a changed definition decides. To be called inside a transaction, so
 * that no session sees half of a change.
 * @returns the names of those it applied, in order
 * @throws {MigrationError} `function_failed`, `function_signature` or `function_header`
 */
export async function applyFunctions(client: Client, directory: string): Promise<string[]> {
  const functions = await readFunctions(directory);
  const present = await listFunctions(client);
  const stored = await storedHashes(client);
  const changed = functions.filter(
    ({ name, hash }) => stored.get(name) !== hash || !present.has(name),
  );
  await forgetOthers(client, functions);
  if (changed.length === 0) return [];
  // Migrations make those that generate a column, in a new database as well.
  const isNew = !functions.some(
    ({ name, generates }) => generates.length === 0 && present.has(name),
  );
  const before = await listFunctionTexts(client);
  await retryDeadlocks(client, async () => {
    await applyEach(client, changed);
    const after = await listFunctionTexts(client);
    const decided = changed.filter(({ name }) => before.get(name) !== after.get(name));
    const names = decided.flatMap(({ rebuild }) => rebuild);
    // In a new database nothing is stored yet.
    if (!isNew) await requestRebuilds(client, names);
  });
  return changed.map(({ name }) => name);
}

async function storedHashes(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    'SELECT name, hash FROM public.sql_function',
  );
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

/** A function whose file is gone stays for the version before, until a migration drops it. */
async function forgetOthers(client: Client, functions: SqlFunction[]): Promise<void> {
  await client.query('DELETE FROM public.sql_function WHERE name <> ALL ($1)', [
    functions.map(({ name }) => name),
  ]);
}

async function applyEach(client: Client, functions: SqlFunction[]): Promise<void> {
  let present = await listFunctions(client);
  for (const one of functions) {
    try {
      if (present.has(one.name)) await revokeAll(client, one.name);
      await client.query(one.sql);
    } catch (error) {
      throw failureOf(one, error);
    }
    const made = await listFunctions(client);
    checkMade(one, present, made);
    present = made;
  }
  await client.query(
    `INSERT INTO public.sql_function (name, hash) SELECT * FROM unnest($1::text[], $2::text[])
     ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, applied_at = now()`,
    [functions.map(({ name }) => name), functions.map(({ hash }) => hash)],
  );
}

/** Grants are only those of the file, even if its former version granted more. */
async function revokeAll(client: Client, name: string): Promise<void> {
  const { rows } = await client.query<{ revoke: string }>(
    `SELECT DISTINCT format('REVOKE ALL ON FUNCTION %s FROM %s', p.oid::regprocedure,
       CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END) AS revoke
     FROM pg_proc p, aclexplode(p.proacl)
     WHERE p.pronamespace = 'public'::regnamespace AND p.proname = $1 AND grantee <> p.proowner`,
    [name],
  );
  for (const { revoke } of rows) await client.query(revoke);
}

function failureOf({ name, sql }: SqlFunction, error: unknown): unknown {
  if (!(error instanceof DatabaseError) || error.code === deadlock) return error;
  const detail = explainFailure(error, sql);
  const code = otherSignature.has(error.code ?? '') ? 'function_signature' : 'function_failed';
  return new MigrationError({ code, function: name, detail }, { cause: error });
}

/** A file makes the function that it is called after, with the signature it has had, and no other. */
function checkMade(
  { name }: SqlFunction,
  before: ReadonlyMap<string, string[]>,
  after: ReadonlyMap<string, string[]>,
): void {
  const made = after.get(name);
  const refuse = (code: 'function_failed' | 'function_signature', detail: string) =>
    new MigrationError({ code, function: name, detail });
  if (made === undefined)
    throw refuse('function_failed', 'its file makes no function of that name');
  const had = before.get(name) ?? made;
  if (made.length > 1 || made[0] !== had[0])
    throw refuse('function_signature', `there was ${had.join('; ')}, and now ${made.join('; ')}`);
  const other = [...after.keys()].find((one) => one !== name && !before.has(one));
  if (other !== undefined) throw refuse('function_failed', `its file also makes ${other}`);
}

async function requestRebuilds(client: Client, names: string[]): Promise<void> {
  await client.query(
    `INSERT INTO public.pending_rebuild (name) SELECT DISTINCT unnest($1::text[])
     ON CONFLICT (name) DO UPDATE SET requested_at = now(), done_until = NULL`,
    [names],
  );
}

/** Runs `work` again where it met another transaction in a deadlock: its locks are given back then. */
async function retryDeadlocks(client: Client, work: () => Promise<void>): Promise<void> {
  for (let left = maxAttempts - 1; ; left -= 1) {
    await client.query('SAVEPOINT functions');
    try {
      await work();
      await client.query('RELEASE SAVEPOINT functions');
      return;
    } catch (error) {
      if (left === 0 || !(error instanceof DatabaseError) || error.code !== deadlock) throw error;
      await client.query('ROLLBACK TO SAVEPOINT functions');
    }
  }
}
