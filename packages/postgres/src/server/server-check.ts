import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { Client } from 'pg';

/**
 * - `wrong_role`: the connection has another role than it requested
 * - `server_in_recovery`: a standby, which lags behind what was published and withdrawn
 * - `server_read_only`: nothing can be written
 * - `announcements_lost`: announcements do not reach listeners
 * - `other_secret`: the journal, or the role of its readers, was set up with another SECRET
 */
export const serverProblems = [
  ...(['wrong_role', 'server_in_recovery', 'server_read_only'] as const),
  ...(['announcements_lost', 'other_secret'] as const),
] as const;
export type ServerProblem = (typeof serverProblems)[number];

/** A server that must not be used as it is; the message says why and what to do. */
export class ServerError extends Error {
  override readonly name = 'ServerError';
  readonly code: ServerProblem;

  constructor(code: ServerProblem, message: string) {
    super(message);
    this.code = code;
  }
}

/** The requirements for a connection. */
export type Requirement = {
  /** The role it works as. */
  role: string;
  /** The setting that names its server, for the sentence that says what to change. */
  setting: 'DATABASE_URL' | 'DATABASE_READER_URL';
  /** Whether it writes; a read-only connection may be set so by its role. */
  writes: boolean;
};

/** How long a server may take to answer a check, in milliseconds. */
const timeoutMs = 5_000;

/**
 * Sees to it that a new connection is what it has to be. To be called for each: after a failover
 * the same address may lead to another server.
 * @throws {ServerError}
 */
export async function checkConnection(
  client: ClientBase,
  { role, setting, writes }: Requirement,
): Promise<void> {
  const query = {
    text: `SELECT current_user::text AS role, pg_is_in_recovery() AS recovering,
                  current_setting('transaction_read_only') = 'on' AS "readOnly"`,
    query_timeout: timeoutMs,
  };
  const { rows } = await client.query<{ role: string; recovering: boolean; readOnly: boolean }>(
    query,
  );
  const [found] = rows;
  if (found === undefined) throw new Error('The server has told nothing of itself.');
  if (found.recovering)
    throw new ServerError(
      'server_in_recovery',
      `The server at ${setting} is a standby, which shows what was withdrawn for as long as it lags behind. Give ${setting} the address of the primary.`,
    );
  if (found.role !== role)
    throw new ServerError(
      'wrong_role',
      `The server at ${setting} lets this program work as "${found.role}" and not as "${role}". A pooler such as pgbouncer drops what asks for the role: give ${setting} an address that reaches PostgreSQL itself.`,
    );
  if (writes && found.readOnly)
    throw new ServerError(
      'server_read_only',
      `The server at ${setting} takes no changes. Turn default_transaction_read_only off, or give ${setting} the address of a server that does.`,
    );
}

/** The problem of a server where announcements do not arrive. */
export const announcementsLost = (setting: Requirement['setting']): ServerError =>
  new ServerError(
    'announcements_lost',
    `What is announced on the server at ${setting} (NOTIFY) does not reach those who listen. A pooler such as pgbouncer takes it away: give ${setting} an address that reaches PostgreSQL itself.`,
  );

/**
 * Checks that an announcement reaches a listener.
 * @param wait how long it may take, in milliseconds
 * @throws {ServerError} `announcements_lost`
 */
export async function checkAnnouncements(databaseUrl: string, wait = timeoutMs): Promise<void> {
  const channel = `viewpoints_check_${randomUUID().replaceAll('-', '')}`;
  await onConnection({ connectionString: databaseUrl }, async (client) => {
    const heard = new Promise<boolean>((resolve) => {
      client.on('notification', () => resolve(true));
    });
    await client.query(`LISTEN ${channel}`);
    await client.query(`NOTIFY ${channel}`);
    if (!(await Promise.race([heard, sleep(wait, false, { ref: false })])))
      throw announcementsLost('DATABASE_URL');
  });
}

/** Runs `work` on a connection of its own. */
export async function onConnection<T>(
  options: { connectionString: string; options?: string },
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    ...options,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: 2 * timeoutMs,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
