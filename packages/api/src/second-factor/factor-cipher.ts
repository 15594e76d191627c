import { createInstallationCipher } from '../accounts/installation-cipher.ts';

/** Encrypts secrets of apps for the database, each for one account. */
export type FactorCipher = {
  encrypt: (accountId: string, secret: string) => string;
  /** Null if it was encrypted for another account, or by an installation with another secret. */
  decrypt: (accountId: string, stored: string) => string | null;
};

export const createFactorCipher = (installationSecret: string): FactorCipher =>
  createInstallationCipher(installationSecret, 'second factor');
