import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { Client, DatabaseError, escapeIdentifier, escapeLiteral } from 'pg';
import { ServerError } from '../server/server-check.ts';
import { fingerprintOf } from './secret-fingerprint.ts';

export const editorialRole = 'viewpoints_editorial';
export const readerRole = 'viewpoints_reader';

/** The reading site cannot be given its way into the database; the message says what to run. */
export class RolesError extends Error {
  override readonly name = 'RolesError';
  readonly code: 'not_permitted' | 'reader_refused';

  constructor(code: RolesError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

function readerPassword(secret: string): string {
  return createHmac('sha256', secret).update(`database role ${readerRole}`).digest('base64url');
}

/** DATABASE_READER_URL where it is unset: the same database as viewpoints_reader. */
export function readerUrl(databaseUrl: string, secret: string): string {
  const url = new URL(databaseUrl);
  url.username = readerRole;
  url.password = readerPassword(secret);
  return url.href;
}

/**
 * The stored form of a password in PostgreSQL (RFC 5803). Computed here, so that the password
 * itself appears in no statement and in no log of the server.
 */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const iterations = 4096;
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64');
  const server = hmac('Server Key').toString('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${server}`;
}

/**
 * Lets viewpoints_reader sign in with the password derived from `secret`, and no other role connect
 * to this database. Runs after the migrations, at every start: neither is part of a database's own
 * data, so a restored copy lacks both. Changes nothing if all is well.
 * @returns the address for the reading site
 * @throws {RolesError} with what an administrator has to run
 * @throws {ServerError} `other_secret`, if another journal has set the password; it is not changed
 */
export async function prepareRoles(databaseUrl: string, secret: string): Promise<string> {
  const url = readerUrl(databaseUrl, secret);
  const owner = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  owner.on('error', () => {});
  await owner.connect();
  try {
    await closeDatabase(owner);
    if (await refusalOf(url)) {
      await checkReadersMark(owner, secret);
      await setReadersPassword(owner, secret);
    } else if ((await readersMark(owner)) === null) await markReader(owner, secret);
  } finally {
    await owner.end();
  }
  const refusal = await refusalOf(url);
  if (refusal === null) return url;
  throw new RolesError(
    'reader_refused',
    `The server does not let ${readerRole} in: ${refusal.message}. Allow it in pg_hba.conf, or set DATABASE_READER_URL to an address that works.`,
    { cause: refusal },
  );
}

/** Everybody may connect to a new database and make temporary tables; after this, only our roles. */
export async function closeDatabase(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ name: string; open: boolean }>(
    `SELECT current_database() AS name,
            has_database_privilege('${readerRole}', current_database(), 'TEMPORARY')
            OR NOT has_database_privilege('${readerRole}', current_database(), 'CONNECT') AS open`,
  );
  const [database] = rows;
  if (!database?.open) return;
  const name = escapeIdentifier(database.name);
  const sql = `REVOKE ALL ON DATABASE ${name} FROM PUBLIC; GRANT CONNECT ON DATABASE ${name} TO ${readerRole}, ${editorialRole};`;
  await run(owner, sql, sql);
}

/**
 * Lets readers' role sign in with the password derived from `secret`, and with no other.
 * @throws {RolesError} with what an administrator has to run
 */
export async function setReadersPassword(owner: Client, secret: string): Promise<void> {
  const verifier = escapeLiteral(scramVerifier(readerPassword(secret)));
  await run(
    owner,
    `ALTER ROLE ${readerRole} LOGIN PASSWORD ${verifier}`,
    `ALTER ROLE ${readerRole} LOGIN PASSWORD '…'; and put that password into DATABASE_READER_URL`,
  );
  await markReader(owner, secret);
}

/**
 * The role of readers is the server's, shared by all journals on it, and has one password, set by
 * one of them. So a mark on the role says which secret the password is derived from.
 */
const markPrefix = 'Viewpoints, secret ';
const markOf = (secret: string) => `${markPrefix}${fingerprintOf(secret)}`;

async function readersMark(owner: Client): Promise<string | null> {
  const { rows } = await owner.query<{ mark: string | null }>(
    `SELECT shobj_description(oid, 'pg_authid') AS mark FROM pg_roles WHERE rolname = $1`,
    [readerRole],
  );
  return rows[0]?.mark ?? null;
}

/** @throws {ServerError} `other_secret`, where another journal has set the password */
async function checkReadersMark(owner: Client, secret: string): Promise<void> {
  const mark = await readersMark(owner);
  if (mark === null || !mark.startsWith(markPrefix) || mark === markOf(secret)) return;
  throw new ServerError(
    'other_secret',
    `Another journal on this server has set the password of ${readerRole} from its own SECRET. Give both the same SECRET, or set DATABASE_READER_URL to an address with a password that works.`,
  );
}

/** Who may not mark the role goes without: the mark only makes a sentence clearer. */
async function markReader(owner: Client, secret: string): Promise<void> {
  const sql = `COMMENT ON ROLE ${readerRole} IS ${escapeLiteral(markOf(secret))}`;
  await run(owner, sql, sql).catch((error: unknown) => {
    if (!(error instanceof RolesError)) throw error;
  });
}

async function run(owner: Client, sql: string, advice: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await owner.query(sql);
      return;
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      // XX000 is "tuple concurrently updated": another process is doing the same.
      if (error.code === 'XX000' && tries < 10) continue;
      if (error.code !== '42501') throw error;
      throw new RolesError(
        'not_permitted',
        `The user of DATABASE_URL may not prepare the reading site's role. Run as an administrator: ${advice}.`,
        { cause: error },
      );
    }
  }
}

/** Why the server turns the reader away, or null if it does not. */
async function refusalOf(url: string): Promise<Error | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    await client.end().catch(() => {});
  }
}
