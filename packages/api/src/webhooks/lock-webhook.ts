import { lockWebhook, type WebhookRow } from '@viewpoints/db/editorial/webhooks';
import type { Command } from '../command.ts';
import { notFound } from '../problem.ts';

/** A webhook for the rest of the command. */
export async function lockExistingWebhook({ tx }: Command, id: string): Promise<WebhookRow> {
  const webhook = await lockWebhook(tx, id);
  if (webhook === null) throw notFound('webhook');
  return webhook;
}
