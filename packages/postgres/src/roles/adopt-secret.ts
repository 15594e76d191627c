import { randomUUID } from 'node:crypto';
import { onConnection } from '../server/server-check.ts';
import { setReadersPassword } from './roles.ts';
import { fingerprintOf } from './secret-fingerprint.ts';

/** The id of the journal in the audit record; there is only one. */
const journalId = '00000000-0000-7000-8000-000000000001';

/**
 * Makes a secret the journal's in place of the one it has: the readers' password follows, and
 * everybody has to sign in again. All of it, or nothing.
 * @throws {RolesError} if the user of the address may not change the readers' password
 */
export async function adoptSecret(databaseUrl: string, secret: string): Promise<void> {
  await onConnection({ connectionString: databaseUrl }, async (client) => {
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO secret_fingerprint (id, fingerprint) VALUES (1, $1)
       ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint, set_at = now()`,
      [fingerprintOf(secret)],
    );
    await client.query('DELETE FROM session');
    await client.query(
      `INSERT INTO audit_record (id, at, action, subject_kind, subject_id, details)
       VALUES ($1, now(), 'settings.adopt_secret', 'journal', $2, '{}')`,
      [randomUUID(), journalId],
    );
    await setReadersPassword(client, secret);
    await client.query('COMMIT');
  });
}
