import { queueTest } from '@viewpoints/db/editorial/webhook-deliveries';
import { testType } from '@viewpoints/domain/webhooks/webhook';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { enqueueDeliveries } from './deliver/enqueue-deliveries.ts';
import { lockExistingWebhook } from './lock-webhook.ts';

/** Sends a webhook a message that tells of nothing, once, even while it is paused. */
export function testWebhook(ctx: CommandContext, id: string): Promise<{ deliveryId: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'webhook.test');
    const { tx, at } = command;
    await lockExistingWebhook(command, id);
    const deliveryId = await queueTest(tx, { webhookId: id, type: testType, at });
    await enqueueDeliveries(tx);
    await record(command, 'webhook.test', ['webhook', id]);
    return { deliveryId };
  });
}
