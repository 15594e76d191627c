import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { secretPrefix } from '@viewpoints/domain/webhooks/webhook';

/** How old or early a call may be, in seconds (Standard Webhooks). */
const tolerance = 5 * 60;

/**
 * Whether a call was signed with a secret just now (Standard Webhooks): its id, its time and the bytes of its
 * body. The library for it signs text, and a message that was returned need not be text.
 */
export function isSignedWebhook(
  secret: string,
  headers: IncomingHttpHeaders,
  { body, now }: { body: Buffer; now: Date },
): boolean {
  const [id, time, signatures] = ['id', 'timestamp', 'signature'].map((name) =>
    String(headers[`webhook-${name}`] ?? ''),
  ) as [string, string, string];
  if (id === '' || !/^\d{1,12}$/.test(time)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(time)) > tolerance) return false;
  const key = Buffer.from(secret.slice(secretPrefix.length), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${time}.`).update(body).digest();
  return signatures.split(' ').some((each) => {
    const [version, signature = ''] = each.split(',', 2);
    const given = Buffer.from(signature, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}
