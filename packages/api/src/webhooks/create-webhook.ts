import { newId } from '@viewpoints/db/editorial/new-id';
import {
  countWebhooksLocked,
  findLastChange,
  insertWebhook,
} from '@viewpoints/db/editorial/webhooks';
import { reason } from '@viewpoints/domain/refusal';
import { maxWebhooks, type WebhookContent } from '@viewpoints/domain/webhooks/webhook';
import { permit, record, runCommand } from '../command.ts';
import type { EditorContext } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { refuseAddress } from './refuse-address.ts';
import { newWebhookSecret } from './webhook-cipher.ts';

/**
 * Makes a webhook, which is sent what changes from now on. Its secret is in the answer and is not shown
 * again.
 */
export function createWebhook(
  ctx: EditorContext,
  content: WebhookContent,
): Promise<{ id: string; secret: string }> {
  refuseAddress(content.url, ctx.instance.externalServices.webhooks);
  return runCommand(ctx, async (command) => {
    permit(command, 'webhook.create');
    const { tx, at } = command;
    if ((await countWebhooksLocked(tx)) >= maxWebhooks)
      throw new ProblemError('refused', [
        reason('too_many_webhooks', `A journal has ${maxWebhooks} webhooks at most.`),
      ]);
    const id = newId();
    const secret = newWebhookSecret();
    await insertWebhook(tx, {
      ...{ id, ...content, createdAt: at, position: await findLastChange(tx) },
      secret: ctx.webhookCipher.encrypt(id, secret),
    });
    await record(command, 'webhook.create', ['webhook', id], detailsOf(content));
    return { id, secret };
  });
}

/** What the audit record says of what is sent. An address may hold a secret, so it is left out. */
export const detailsOf = ({ kinds, events }: Pick<WebhookContent, 'kinds' | 'events'>) => ({
  kinds: kinds.join(' '),
  events: events.join(' '),
});
