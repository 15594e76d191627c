import { deleteWebhook } from '@viewpoints/db/editorial/webhooks';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { lockExistingWebhook } from './lock-webhook.ts';

/** Removes a webhook with its secrets and the list of what was sent. */
export function removeWebhook(ctx: CommandContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'webhook.remove');
    await lockExistingWebhook(command, id);
    await deleteWebhook(command.tx, id);
    await record(command, 'webhook.remove', ['webhook', id]);
    return { id };
  });
}
