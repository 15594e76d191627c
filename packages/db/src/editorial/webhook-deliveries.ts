import {
  DeliveryState,
  type WebhookDelivery,
  WebhookFailure,
} from '@viewpoints/domain/webhooks/webhook';
import type { Transaction } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { instant } from './instant.ts';
import { newId } from './new-id.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';

type Row = Prisma.WebhookDeliveryGetPayload<object>;

const deliveryOf = ({ webhookId: _, at, ...row }: Row): WebhookDelivery => ({
  ...row,
  at: instant(at),
  state: DeliveryState.catch('failed').parse(row.state),
  failure: WebhookFailure.nullable().catch(null).parse(row.failure),
});

/** The messages to a webhook, the last tried first. */
export async function listDeliveries(
  db: Transaction,
  webhookId: string,
  { cursor, limit }: PageRequest,
): Promise<QueryPage<WebhookDelivery>> {
  const after: Prisma.WebhookDeliveryWhereInput =
    cursor === null
      ? {}
      : {
          OR: [
            { at: { lt: new Date(cursor.key) } },
            { at: new Date(cursor.key), id: { gt: cursor.id } },
          ],
        };
  const rows = await db.webhookDelivery.findMany({
    where: { webhookId, ...after },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, {
    item: deliveryOf,
    cursor: ({ at, id }) => ({ key: instant(at), id }),
  });
}

/** Queues a message that tells of nothing. */
export async function queueTest(
  tx: Transaction,
  { webhookId, type, at }: { webhookId: string; type: string; at: Date },
): Promise<string> {
  const id = newId();
  await tx.webhookDelivery.create({
    data: { id, webhookId, messageId: newId(), type, state: 'queued', at },
  });
  return id;
}

/** Queues a message once more; false where the webhook has none with this id. */
export async function queueReplay(
  tx: Transaction,
  { webhookId, id, at }: { webhookId: string; id: string; at: Date },
): Promise<boolean> {
  const { count } = await tx.webhookDelivery.updateMany({
    where: { id, webhookId },
    data: { state: 'queued', at },
  });
  return count > 0;
}

/** The message that was queued first; null where none is. */
export async function findQueued(
  db: Transaction,
  webhookId: string,
): Promise<WebhookDelivery | null> {
  const row = await db.webhookDelivery.findFirst({
    where: { webhookId, state: 'queued' },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return row && deliveryOf(row);
}

/**
 * Stores the result of an attempt in place of the one before. A message that was queued once more during
 * the attempt stays queued.
 * @param options.wasQueued whether the attempt was of a queued message
 */
export async function saveDelivery(
  tx: Transaction,
  webhookId: string,
  attempt: Omit<WebhookDelivery, 'id' | 'attempts' | 'at'> & { at: Date },
  { wasQueued }: { wasQueued: boolean },
): Promise<void> {
  const { messageId } = attempt;
  const where = { webhookId_messageId: { webhookId, messageId } };
  const before = await tx.webhookDelivery.findUnique({ where, select: { state: true } });
  const state = before?.state === 'queued' && !wasQueued ? before.state : attempt.state;
  await tx.webhookDelivery.upsert({
    where,
    create: { id: newId(), webhookId, attempts: 1, ...attempt },
    update: { ...attempt, state, attempts: { increment: 1 } },
  });
}

export async function deleteDeliveriesBefore(db: Transaction, time: Date): Promise<void> {
  await db.webhookDelivery.deleteMany({ where: { at: { lt: time } } });
}
