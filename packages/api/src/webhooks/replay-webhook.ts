import { queueReplay } from '@viewpoints/db/editorial/webhook-deliveries';
import { findPositionBefore, updateWebhook } from '@viewpoints/db/editorial/webhooks';
import type { z } from 'zod';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';
import { enqueueDeliveries } from './deliver/enqueue-deliveries.ts';
import { lockExistingWebhook } from './lock-webhook.ts';
import type { ReplayWebhook } from './webhook-inputs.ts';

/**
 * Sends a message once more, or everything since a moment in its order. What is gone by now is told as
 * gone: nothing of it is stored.
 */
export function replayWebhook(
  ctx: CommandContext,
  { id, what }: z.output<typeof ReplayWebhook>,
): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'webhook.replay');
    const { tx, at } = command;
    const { position } = await lockExistingWebhook(command, id);
    if ('deliveryId' in what) {
      if (!(await queueReplay(tx, { webhookId: id, id: what.deliveryId, at })))
        throw notFound('delivery');
    } else {
      const before = await findPositionBefore(tx, new Date(what.since));
      if (before < position) await updateWebhook(tx, id, { position: before, failing: null });
    }
    await enqueueDeliveries(tx);
    await record(command, 'webhook.replay', ['webhook', id], what);
    return { id };
  });
}
