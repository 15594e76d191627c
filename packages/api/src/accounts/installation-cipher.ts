import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Encrypts with a key derived from the installation's secret. */
export type InstallationCipher = {
  /** `context` is authenticated: what is encrypted for one is not decrypted for another. */
  encrypt: (context: string, text: string) => string;
  /** Null if it was encrypted for another context or purpose, or by an installation with another secret. */
  decrypt: (context: string, encrypted: string) => string | null;
};

const algorithm = 'aes-256-gcm';
const [ivLength, tagLength] = [12, 16];
const version = 'v1.';

/** AES-256-GCM with a key derived from the installation's secret for one purpose. */
export function createInstallationCipher(
  installationSecret: string,
  purpose: string,
): InstallationCipher {
  const key = Buffer.from(hkdfSync('sha256', installationSecret, '', purpose, 32));
  return {
    encrypt: (context, text) => {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(context));
      const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return version + Buffer.concat([iv, cipher.getAuthTag(), bytes]).toString('base64url');
    },
    decrypt: (context, encrypted) => {
      const bytes = Buffer.from(encrypted.slice(version.length), 'base64url');
      try {
        const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivLength), {
          authTagLength: tagLength,
        })
          .setAAD(Buffer.from(context))
          .setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
        const text = bytes.subarray(ivLength + tagLength);
        return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
