import { inTransaction, type Transaction } from '@viewpoints/db/client';
import { insertAuditRecord } from '@viewpoints/db/editorial/audit-records';
import { saveDelivery } from '@viewpoints/db/editorial/webhook-deliveries';
import { lockWebhook, updateWebhook, type WebhookRow } from '@viewpoints/db/editorial/webhooks';
import { afterFailure } from '@viewpoints/domain/webhooks/retry-delivery';
import { momentOf } from '../../moment.ts';
import { notifyPaused } from '../../notifications/notify.ts';
import type { Attempt } from './attempt-delivery.ts';
import type { DeliveryContext } from './delivery-context.ts';
import type { NextMessage } from './next-message.ts';

/**
 * Stores what came of an attempt: the webhook is past a delivered entry, and tries one that failed again
 * or is paused. A worker that another has replaced stores nothing. What an administrator
 * did meanwhile stays.
 */
export async function saveAttempt(
  { editorial, now }: DeliveryContext,
  webhook: WebhookRow,
  { id: messageId, refId, number, message }: NextMessage,
  attempt: Attempt,
): Promise<void> {
  const { id } = webhook;
  const { isDelivered, status, failure, durationMs } = attempt;
  await inTransaction(editorial, async (tx) => {
    const at = await momentOf({ editorial: tx, now });
    const current = await lockWebhook(tx, id);
    if (current === null || current.leaseId !== webhook.leaseId) return;
    const state = isDelivered ? 'delivered' : 'failed';
    await saveDelivery(
      tx,
      id,
      { messageId, refId, type: message.type, state, status, failure, durationMs, at },
      { wasQueued: number === null },
    );
    if (number === null || current.position !== webhook.position) return;
    if (isDelivered) await updateWebhook(tx, id, { position: number, failing: null });
    else if (current.paused === null && current.save === webhook.save)
      await saveFailure(tx, current, attempt, at);
  });
}

async function saveFailure(tx: Transaction, webhook: WebhookRow, attempt: Attempt, at: Date) {
  const { id, failing } = webhook;
  const before = {
    since: failing === null ? null : new Date(failing.since),
    failures: failing?.failures ?? 0,
  };
  const { pause, ...after } = afterFailure(before, attempt, { now: at, random: Math.random() });
  const paused = pause === null ? {} : { paused: { at, reason: pause } };
  await updateWebhook(tx, id, { failing: after, ...paused });
  if (pause === null) return;
  await insertAuditRecord(tx, {
    ...{ at: at.toISOString(), by: null, action: 'webhook.pause' },
    ...{ subjectKind: 'webhook', subjectId: id, details: { reason: pause } },
  });
  await notifyPaused(tx, { webhookId: id, at });
}
