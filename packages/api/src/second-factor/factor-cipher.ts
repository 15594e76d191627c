import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Encrypts secrets of apps for the database, each for one account. */
export type FactorCipher = {
  encrypt: (accountId: string, secret: string) => string;
  /** Null where it was encrypted for another account, or by an installation with another secret. */
  decrypt: (accountId: string, stored: string) => string | null;
};

const algorithm = 'aes-256-gcm';
const [ivLength, tagLength] = [12, 16];
const version = 'v1.';

/** AES-256-GCM with a key derived from the installation's secret; the account is authenticated. */
export function createFactorCipher(installationSecret: string): FactorCipher {
  const key = Buffer.from(hkdfSync('sha256', installationSecret, '', 'second factor', 32));
  return {
    encrypt: (accountId, secret) => {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(accountId));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return version + Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
    },
    decrypt: (accountId, stored) => {
      const bytes = Buffer.from(stored.slice(version.length), 'base64url');
      try {
        const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivLength), {
          authTagLength: tagLength,
        })
          .setAAD(Buffer.from(accountId))
          .setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
        const text = bytes.subarray(ivLength + tagLength);
        return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
