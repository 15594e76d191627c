import { passwordLength } from '@viewpoints/domain/accounts/password';
import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';

export const Password = z
  .string()
  .min(passwordLength.min, `use at least ${passwordLength.min} characters`)
  .max(passwordLength.max, `use at most ${passwordLength.max} characters`);

/** The hash as better-auth verifies it. */
export function hashOf(password: string): Promise<string> {
  return hashPassword(password);
}
