import { Id, Instant } from '@viewpoints/domain/values';
import { WebhookContent } from '@viewpoints/domain/webhooks/webhook';
import { z } from 'zod';
import { byTime } from '../paging.ts';

export const OneWebhook = z.strictObject({ id: Id });
export const CreateWebhook = WebhookContent;
export const SaveWebhook = z.strictObject({
  id: Id,
  seen: z.int().min(0),
  content: WebhookContent,
});
/** `overlap`: whether the secret before still signs for a day; not where it has leaked. */
export const RotateSecret = z.strictObject({ id: Id, overlap: z.boolean() });
/** With the entries since the pause, or with those to come alone. */
export const ResumeWebhook = z.strictObject({ id: Id, from: z.enum(['stopped', 'now']) });
export const ListDeliveries = byTime.extend({ id: Id });
/** One message, or all entries since a moment. */
export const ReplayWebhook = z.strictObject({
  id: Id,
  what: z.union([z.strictObject({ deliveryId: Id }), z.strictObject({ since: Instant })]),
});
