import { updateWebhook } from '@viewpoints/db/editorial/webhooks';
import { overlapHours } from '@viewpoints/domain/webhooks/webhook';
import type { z } from 'zod';
import { permit, record, runCommand } from '../command.ts';
import type { EditorContext } from '../context.ts';
import { lockExistingWebhook } from './lock-webhook.ts';
import { newWebhookSecret } from './webhook-cipher.ts';
import type { RotateSecret } from './webhook-inputs.ts';

const hour = 60 * 60 * 1000;

/**
 * Gives a webhook another secret, which is shown once. The one before signs beside it for a day, so that
 * a receiver refuses nothing in between, unless it is to end at once.
 */
export function rotateSecret(
  ctx: EditorContext,
  { id, overlap }: z.output<typeof RotateSecret>,
): Promise<{ id: string; secret: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'webhook.rotate_secret');
    const { secret: before } = await lockExistingWebhook(command, id);
    const secret = newWebhookSecret();
    const until = new Date(command.at.getTime() + overlapHours * hour);
    await updateWebhook(command.tx, id, {
      secret: ctx.webhookCipher.encrypt(id, secret),
      previous: overlap ? { secret: before, until } : null,
    });
    await record(command, 'webhook.rotate_secret', ['webhook', id], { overlap });
    return { id, secret };
  });
}
