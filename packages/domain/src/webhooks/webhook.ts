import { z } from 'zod';
import { ChangeKind } from '../changes/public-change.ts';
import { type Id, type Instant, line, WebAddress } from '../values.ts';

/** How many webhooks a journal has at most: each of them is sent every entry. */
export const maxWebhooks = 20;

/** What an entry of the log of changes tells of a thing, as it is when the entry is sent. */
export const WebhookEvent = z.enum(['published', 'changed', 'gone']);
export type WebhookEvent = z.infer<typeof WebhookEvent>;

/** Some of a list, each once and in the order of the list. */
const someOf = <Value extends string>(all: z.ZodType<Value> & { options: Value[] }, what: string) =>
  z
    .array(all)
    .min(1, `choose at least one ${what}`)
    .max(all.options.length)
    .transform((chosen) => all.options.filter((each) => chosen.includes(each)));

/** What an administrator enters: a name, where to send, and which kinds and events. */
export const WebhookContent = z.strictObject({
  name: line(80),
  url: WebAddress,
  kinds: someOf(ChangeKind, 'kind'),
  events: someOf(WebhookEvent, 'event'),
});
export type WebhookContent = z.infer<typeof WebhookContent>;

/**
 * Why nothing is sent to a webhook: an administrator paused it, its receiver answered 410 (gone),
 * nothing arrived for three days, or a backup was restored, which does not know what was sent since.
 */
export const PauseReason = z.enum(['by_hand', 'refused', 'failing', 'restored']);
export type PauseReason = z.infer<typeof PauseReason>;

/** A webhook as administrators see it; no secret is in it. */
export type Webhook = WebhookContent & {
  id: Id;
  /** Grows with each change of what is entered; a write names the one it saw. */
  save: number;
  createdAt: Instant;
  paused: { at: Instant; reason: PauseReason } | null;
  /** Since when the entry under way has failed, how often, and when it is tried again. */
  failing: { since: Instant; failures: number; retryAt: Instant | null } | null;
  /** Until when the secret before the last rotation still signs. */
  previousSecretUntil: Instant | null;
  /** Whether entries wait that it was not sent. */
  hasWaiting: boolean;
};

/** Why an attempt had no answer. The words of a receiver are never kept. */
export const WebhookFailure = z.enum([
  'timeout',
  'no_public_address',
  'no_connection',
  'secret_unreadable',
]);
export type WebhookFailure = z.infer<typeof WebhookFailure>;

/** Queued is a test or a replay that was asked for and not sent yet. */
export const DeliveryState = z.enum(['queued', 'delivered', 'failed']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** A message to a webhook, with what came of its last attempt. */
export type WebhookDelivery = {
  id: Id;
  messageId: Id;
  /** Such as "article.changed", or "webhook.test". */
  type: string;
  refId: Id | null;
  state: DeliveryState;
  attempts: number;
  at: Instant;
  status: number | null;
  failure: WebhookFailure | null;
  durationMs: number | null;
};

/** For how many days deliveries are listed. */
export const deliveryDays = 30;

/** For how many hours the secret before a rotation signs beside the new one. */
export const overlapHours = 24;

/** What the secret of a webhook begins with (Standard Webhooks). */
export const secretPrefix = 'whsec_';

/** The type of a message that tells of nothing. */
export const testType = 'webhook.test';
