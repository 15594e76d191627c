import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether an `Authorization` header brings this token. Takes as long for any wrong token, so that
 * it cannot be guessed letter by letter.
 */
export function bringsBearerToken(authorization: string | undefined, token: string): boolean {
  const [, given] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  return given !== undefined && timingSafeEqual(digest(given), digest(token));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
