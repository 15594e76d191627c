import { createHash, randomBytes } from 'node:crypto';

/** A secret for a link or a token: 256 random bits, safe in an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** The stored form of a secret: with this much entropy it needs no salt and no slow hash. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The stored hash of a proof's identifier, as better-auth makes it (`storeIdentifier: 'hashed'`). */
export const proofIdentifier = (identifier: string): string =>
  createHash('sha256').update(identifier).digest('base64url');
