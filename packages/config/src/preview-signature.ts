import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header in which the reading site signs its call for a preview. */
export const previewSignatureHeader = 'x-viewpoints-preview';

/** How far the clocks of two machines may lie apart, in seconds. */
const tolerance = 60;

/**
 * Signs a call for a preview with a key that is derived from the journal's secret: only a reading site
 * of this journal may fetch what has not been published.
 */
export function signPreviewCall(secret: string, pass: string, now = Date.now()): string {
  const second = Math.floor(now / 1000);
  return `${second}.${digest(secret, pass, second)}`;
}

/** Whether a call was signed by a reading site of this journal, for this pass and within a minute. */
export function isSignedPreviewCall(
  secret: string,
  pass: string,
  signature: string,
  now = Date.now(),
): boolean {
  const [, digits, given] = /^(\d{1,12})\.([\w-]{43})$/.exec(signature) ?? [];
  if (digits === undefined || given === undefined) return false;
  const second = Number(digits);
  if (Math.abs(now / 1000 - second) > tolerance) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(digest(secret, pass, second)));
}

function digest(secret: string, pass: string, second: number): string {
  const key = createHmac('sha256', secret).update('preview of an article').digest();
  return createHmac('sha256', key).update(`${second}.${pass}`).digest('base64url');
}
