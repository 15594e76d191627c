import { Webhook as Signer } from 'standardwebhooks';

/** The headers of a call that somebody else's library signed (Standard Webhooks). */
export function signWebhook(
  secret: string,
  { id, at, body }: { id: string; at: Date; body: string },
): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': `v1,bm90aGluZw== ${new Signer(secret).sign(id, at, body)}`,
  };
}
