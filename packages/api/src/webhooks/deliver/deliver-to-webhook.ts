import { newId } from '@viewpoints/db/editorial/new-id';
import { releaseWebhook, takeWebhook } from '@viewpoints/db/editorial/webhooks';
import { momentOf } from '../../moment.ts';
import { attemptDelivery } from './attempt-delivery.ts';
import type { DeliveryContext } from './delivery-context.ts';
import { nextMessage } from './next-message.ts';
import { saveAttempt } from './save-attempt.ts';

/**
 * How long a worker has a webhook before each message, in milliseconds: longer than an attempt takes. One
 * that was killed holds it up for as long.
 */
export const leaseTime = 30_000;

/**
 * Sends what waits to one webhook, one message after the other and each once it is known that nobody else
 * sends to it; answers whether there was any. What was sent and not stored, by a worker that was killed,
 * is sent again with the same id.
 */
export async function deliverToWebhook(
  context: DeliveryContext,
  id: string,
  isOver: () => boolean,
): Promise<boolean> {
  const { editorial } = context;
  const leaseId = newId();
  let hasWorked = false;
  try {
    while (!isOver()) {
      const now = await momentOf(context);
      const until = new Date(now.getTime() + leaseTime);
      const webhook = await takeWebhook(editorial, { id, leaseId, now, until });
      if (webhook === null) return hasWorked;
      const next = await nextMessage(context, webhook, now);
      if (next === null) return hasWorked;
      hasWorked = true;
      if (next === 'passed') continue;
      const attempt = await attemptDelivery(context, webhook, next, now);
      await saveAttempt(context, webhook, next, attempt);
    }
    return hasWorked;
  } finally {
    await releaseWebhook(editorial, { id, leaseId });
  }
}
