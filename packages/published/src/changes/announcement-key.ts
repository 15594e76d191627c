import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import type { Transaction } from '@viewpoints/db/client';
import { Client } from 'pg';

/*
 * Every role that can sign in to PostgreSQL can also notify, even the reading site's, and no grant
 * prevents that. So announcements are signed (Ed25519) with a key that only the editors' role can
 * read, and every listener checks them with its public half.
 */

/**
 * Creates the key if the database has none; it is never replaced. Runs when a database is prepared,
 * as the owner of the tables.
 */
export async function prepareAnnouncementKey(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    if ((await findPublicKey(client)) !== null) return;
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    await client.query(
      'INSERT INTO announcement_key (public_key, private_key) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [
        publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
        privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
      ],
    );
  } finally {
    await client.end().catch(() => {});
  }
}

/** The key that announcements of this database can be checked with; null if there is none yet. */
export async function findPublicKey(client: Client): Promise<KeyObject | null> {
  const { rows } = await client.query<{ key: string }>(
    'SELECT public_key AS key FROM announcement_key',
  );
  const [row] = rows;
  if (row === undefined) return null;
  const der = Buffer.from(row.key, 'base64');
  return createPublicKey({ key: der, format: 'der', type: 'spki' });
}

/** The signer of one database's announcements. */
export type Signer = {
  /** As the database stores it: identifies the signer. */
  publicKey: string;
  sign: (text: string) => string;
};

/**
 * Opens the signer of the database that a transaction is in.
 * @throws {Error} if the database was not prepared
 */
export async function openSigner(tx: Transaction): Promise<Signer> {
  const stored = await tx.announcementKey.findUnique({ where: { id: 1 } });
  if (stored === null)
    throw new Error('The database has no key for announcements: prepare it by npm start.');
  const key = createPrivateKey({
    key: Buffer.from(stored.privateKey, 'base64'),
    ...{ format: 'der', type: 'pkcs8' },
  });
  return {
    publicKey: stored.publicKey,
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
  };
}

/** Whether the holder of the private half signed `text`. */
export function isSigned(text: string, signature: string, publicKey: KeyObject): boolean {
  return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url'));
}
