import { findQueued } from '@viewpoints/db/editorial/webhook-deliveries';
import { listAppearances, passEntries, type WebhookRow } from '@viewpoints/db/editorial/webhooks';
import { testType } from '@viewpoints/domain/webhooks/webhook';
import {
  isWanted,
  type LoggedChange,
  messageOf,
  type NumberedChange,
  testMessage,
  type WebhookMessage,
} from '@viewpoints/domain/webhooks/webhook-message';
import { findChange, listChangesAfter } from '@viewpoints/published/query/changes';
import type { DeliveryContext } from './delivery-context.ts';

/** What is sent next. */
export type NextMessage = {
  /** The same however often it is sent: receivers tell by it what they have already. */
  id: string;
  refId: string | null;
  message: WebhookMessage;
  /** The number of its entry, where the webhook is past it once it is delivered; null of tests and replays. */
  number: bigint | null;
};

/** How many entries are looked at for one that the webhook wants. */
const lookedAt = 20;

/**
 * What a webhook is sent next: a test or a replay that waits, else the next entry that it wants, read now
 * and as readers see it. Null where nothing waits; `passed` where it was moved past entries that it does
 * not want, and there may be more.
 */
export async function nextMessage(
  context: DeliveryContext,
  webhook: WebhookRow,
  now: Date,
): Promise<NextMessage | 'passed' | null> {
  const { editorial, reader } = context;
  const { id, position, paused, failing } = webhook;
  const queued = await findQueued(editorial, id);
  if (queued !== null) {
    const { messageId, refId, type } = queued;
    const change = type === testType ? null : await findChange(reader, messageId);
    const [logged] = change === null ? [] : await withAppearances(context, [change]);
    const message = logged === undefined ? testMessage(now) : messageOf(logged, now);
    return { id: messageId, refId, message, number: null };
  }
  if (paused !== null || isLater(failing?.retryAt ?? null, now)) return null;
  const found = await listChangesAfter(reader, { after: position, limit: lookedAt });
  const changes = await withAppearances(context, found);
  const subscribed = changes.find((change) => isWanted(webhook, change));
  if (subscribed !== undefined)
    return {
      ...{ id: subscribed.cursor, refId: subscribed.id, number: subscribed.number },
      message: messageOf(subscribed, now),
    };
  const last = changes.at(-1);
  if (last === undefined) return null;
  await passEntries(editorial, { id, from: position, to: last.number });
  return 'passed';
}

/** Readers' role sees what is true now, so only editors' role can say whether a thing was gone before. */
async function withAppearances(
  { editorial }: DeliveryContext,
  changes: readonly NumberedChange[],
): Promise<LoggedChange[]> {
  if (changes.length === 0) return [];
  const appearances = await listAppearances(
    editorial,
    changes.map(({ number }) => number),
  );
  return changes.map((change) => ({ ...change, isAppearance: appearances.has(change.number) }));
}

const isLater = (at: string | null, now: Date): boolean => at !== null && new Date(at) > now;
