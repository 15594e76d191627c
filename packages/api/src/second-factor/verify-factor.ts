import type { Transaction } from '@viewpoints/db/client';
import {
  findSecondFactor,
  takePeriod,
  takeRecoveryCode,
} from '@viewpoints/db/editorial/second-factors';
import { secretHash } from '../accounts/secrets.ts';
import type { FactorCipher } from './factor-cipher.ts';
import { periodOfCode, randomBase32 } from './totp.ts';

const codesGiven = 10;

/** New recovery codes, of 80 random bits each: enough to be stored as plain hashes. */
export function newRecoveryCodes(): string[] {
  const group = () => randomBase32(4).toLowerCase();
  return Array.from({ length: codesGiven }, () => [group(), group(), group(), group()].join('-'));
}

/** The stored form of a recovery code, however it was typed. */
export const recoveryCodeHash = (code: string): string =>
  secretHash(code.toLowerCase().replaceAll(/[^a-z2-7]/g, ''));

/**
 * Whether a code is one of the account's app or one of its recovery codes. Either can be used once,
 * so that a code seen over a shoulder or in a log is worth nothing.
 */
export async function verifyFactor(
  { editorial, factorCipher }: { editorial: Transaction; factorCipher: FactorCipher },
  { accountId, code, at }: { accountId: string; code: string; at: Date },
): Promise<'app' | 'recovery_code' | null> {
  const factor = await findSecondFactor(editorial, accountId);
  if (factor === null || factor.confirmedAt === null) return null;
  const digits = code.replaceAll(/\s/g, '');
  if (/^\d{6}$/.test(digits)) {
    const secret = factorCipher.decrypt(accountId, factor.secret);
    const period = secret === null ? null : periodOfCode(secret, digits, at);
    return period !== null && (await takePeriod(editorial, accountId, period)) ? 'app' : null;
  }
  const codeHash = recoveryCodeHash(code);
  return (await takeRecoveryCode(editorial, { accountId, codeHash, at })) ? 'recovery_code' : null;
}
