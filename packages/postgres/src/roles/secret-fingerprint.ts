import { createHmac } from 'node:crypto';
import type { Client } from 'pg';
import { onConnection, ServerError } from '../server/server-check.ts';

/**
 * SECRET signs sessions and derives the readers' password. An instance with another one would
 * accept no session and, by changing the password, lock out the reading sites of all others. So the
 * database stores a fingerprint of SECRET, from which it cannot be derived.
 */
export const fingerprintOf = (secret: string): string =>
  createHmac('sha256', secret).update('fingerprint of the secret').digest('base64url');

const otherSecret = () =>
  new ServerError(
    'other_secret',
    'SECRET is not the one that this journal was set up with. Give this instance the SECRET of the others (DATA_DIR/secret is where it is kept unless it is set). If it is lost or is to be changed, run: npm run viewpoints -- secret adopt',
  );

/**
 * Whether a secret is the journal's; null if the journal has none yet, or no place for one.
 */
export async function isJournalsSecret(
  databaseUrl: string,
  secret: string,
): Promise<boolean | null> {
  return onConnection({ connectionString: databaseUrl }, async (client) => {
    const known = await readFingerprint(client);
    return known === null ? null : known === fingerprintOf(secret);
  });
}

/** @throws {ServerError} `other_secret`, where the journal has another one */
export async function checkSecret(databaseUrl: string, secret: string): Promise<void> {
  if ((await isJournalsSecret(databaseUrl, secret)) === false) throw otherSecret();
}

/**
 * The same, for a journal that has its table: where it has no secret yet, this one is its own from
 * here on.
 * @throws {ServerError} `other_secret`
 */
export async function claimSecret(databaseUrl: string, secret: string): Promise<void> {
  await onConnection({ connectionString: databaseUrl }, async (client) => {
    await client.query(
      'INSERT INTO secret_fingerprint (id, fingerprint) VALUES (1, $1) ON CONFLICT DO NOTHING',
      [fingerprintOf(secret)],
    );
    if ((await readFingerprint(client)) !== fingerprintOf(secret)) throw otherSecret();
  });
}

async function readFingerprint(client: Client): Promise<string | null> {
  const { rows: present } = await client.query(
    `SELECT WHERE to_regclass('public.secret_fingerprint') IS NOT NULL`,
  );
  if (present.length === 0) return null;
  const { rows } = await client.query<{ fingerprint: string }>(
    'SELECT fingerprint FROM secret_fingerprint WHERE id = 1',
  );
  return rows[0]?.fingerprint ?? null;
}
