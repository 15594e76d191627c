import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header in which the reading site signs its calls to the API. */
export const siteSignatureHeader = 'x-viewpoints-signature';

/** How far the clocks of two machines may lie apart, in seconds. */
const tolerance = 60;

/** A call of the reading site: to which path, with what. */
export type SiteCall = { path: string; body: unknown };

/**
 * Signs a call of the reading site with a key that is derived from the journal's secret: only a reading
 * site of this journal may fetch what has not been published.
 */
export function signSiteCall(secret: string, call: SiteCall, now = Date.now()): string {
  const second = Math.floor(now / 1000);
  return `${second}.${digest(secret, call, second)}`;
}

/** Whether a reading site of this journal signed a call, with this body and within a minute. */
export function isSignedSiteCall(
  secret: string,
  call: SiteCall,
  signature: unknown,
  now = Date.now(),
): boolean {
  if (typeof signature !== 'string') return false;
  const [, digits, given] = /^(\d{1,12})\.([\w-]{43})$/.exec(signature) ?? [];
  if (digits === undefined || given === undefined) return false;
  const second = Number(digits);
  if (Math.abs(now / 1000 - second) > tolerance) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(digest(secret, call, second)));
}

function digest(secret: string, { path, body }: SiteCall, second: number): string {
  const key = createHmac('sha256', secret).update('a call of the reading site').digest();
  const signed = JSON.stringify([second, path, body]);
  return createHmac('sha256', key).update(signed).digest('base64url');
}
