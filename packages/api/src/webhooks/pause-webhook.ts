import { updateWebhook } from '@viewpoints/db/editorial/webhooks';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { lockExistingWebhook } from './lock-webhook.ts';

/** Sends nothing to a webhook until it is resumed, but for tests and replays. */
export function pauseWebhook(ctx: CommandContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'webhook.pause');
    const { paused } = await lockExistingWebhook(command, id);
    if (paused !== null) return { id };
    await updateWebhook(command.tx, id, { paused: { at: command.at, reason: 'by_hand' } });
    await record(command, 'webhook.pause', ['webhook', id], { reason: 'by_hand' });
    return { id };
  });
}
