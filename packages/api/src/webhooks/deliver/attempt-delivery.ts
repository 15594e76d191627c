import type { WebhookRow } from '@viewpoints/db/editorial/webhooks';
import type { WebhookFailure } from '@viewpoints/domain/webhooks/webhook';
import { Webhook as Signer } from 'standardwebhooks';
import { causesOf, isNowhere } from '../../outgoing/failure-causes.ts';
import type { DeliveryContext } from './delivery-context.ts';
import type { NextMessage } from './next-message.ts';

/** How long a receiver may take to answer, in milliseconds. */
const answerTime = 10_000;

/** What came of an attempt: never a word of what the receiver answered. */
export type Attempt = {
  isDelivered: boolean;
  status: number | null;
  retryAfter: string | null;
  failure: WebhookFailure | null;
  durationMs: number;
};

/** Sends a message once, signed with each secret of the webhook that counts. Never throws. */
export async function attemptDelivery(
  { cipher, guarded, timeout = answerTime }: DeliveryContext,
  webhook: WebhookRow,
  { id, message }: NextMessage,
  now: Date,
): Promise<Attempt> {
  const secrets = secretsAt(webhook, now).map((secret) => cipher.decrypt(webhook.id, secret));
  const usable = secrets.filter((secret) => secret !== null);
  const nothing = { isDelivered: false, status: null, retryAfter: null };
  if (usable[0] !== secrets[0] || usable.length === 0)
    return { ...nothing, failure: 'secret_unreadable', durationMs: 0 };
  const body = JSON.stringify(message);
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  try {
    const { status, retryAfter } = await guarded.send(webhook.url, {
      body,
      headers: {
        ...{ 'content-type': 'application/json', 'user-agent': 'Viewpoints-Webhooks/1' },
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': usable
          .map((secret) => new Signer(secret).sign(id, now, body))
          .join(' '),
      },
      signal: AbortSignal.timeout(timeout),
    });
    const isDelivered = status >= 200 && status < 300;
    return { isDelivered, status, retryAfter, failure: null, durationMs: took() };
  } catch (error) {
    return { ...nothing, failure: failureOf(error), durationMs: took() };
  }
}

/** The secret, and the one before while it still signs. */
const secretsAt = ({ secret, previous }: WebhookRow, now: Date): string[] =>
  previous !== null && previous.until > now ? [secret, previous.secret] : [secret];

function failureOf(error: unknown): WebhookFailure {
  if (isNowhere(error)) return 'no_public_address';
  const isTimeout = causesOf(error).some(
    (cause) =>
      cause.name === 'TimeoutError' ||
      /_TIMEOUT$/.test((cause as NodeJS.ErrnoException).code ?? ''),
  );
  return isTimeout ? 'timeout' : 'no_connection';
}
