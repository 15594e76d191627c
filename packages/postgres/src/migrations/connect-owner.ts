import { Client } from 'pg';
import { MigrationError, reasonOf } from './error.ts';

/** The oldest PostgreSQL that is supported, as `server_version_num` counts. */
const oldestServer = 150_000;

/**
 * A connection to migrate on.
 * @throws {MigrationError} `unreachable` or `server_too_old`
 */
export async function connectOwner(databaseUrl: string): Promise<Client> {
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    application_name: 'viewpoints-migrate',
  });
  client.on('error', () => {});
  let version: { number: number; text: string } | undefined;
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number; text: string }>(
      `SELECT current_setting('server_version_num')::int AS number,
              current_setting('server_version') AS text`,
    );
    version = rows[0];
  } catch (error) {
    await client.end().catch(() => {});
    throw new MigrationError({ code: 'unreachable', detail: reasonOf(error) }, { cause: error });
  }
  if (version === undefined || version.number < oldestServer) {
    await client.end();
    throw new MigrationError({ code: 'server_too_old', version: version?.text ?? 'unknown' });
  }
  return client;
}
