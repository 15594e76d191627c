import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';

/** In characters. Long enough to resist guessing; bounded, since hashing takes time. */
export const passwordLength = { min: 8, max: 128 };

export const Password = z
  .string()
  .min(passwordLength.min, `use at least ${passwordLength.min} characters`)
  .max(passwordLength.max, `use at most ${passwordLength.max} characters`);

/** The hash as better-auth verifies it. */
export function hashOf(password: string): Promise<string> {
  return hashPassword(password);
}
