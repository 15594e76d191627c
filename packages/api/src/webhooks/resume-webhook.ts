import { findLastChange, updateWebhook } from '@viewpoints/db/editorial/webhooks';
import type { z } from 'zod';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { enqueueDeliveries } from './deliver/enqueue-deliveries.ts';
import { lockExistingWebhook } from './lock-webhook.ts';
import type { ResumeWebhook } from './webhook-inputs.ts';

/** Sends to a webhook again: from where it stopped, or what changes from now on. */
export function resumeWebhook(
  ctx: CommandContext,
  { id, from }: z.output<typeof ResumeWebhook>,
): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'webhook.resume');
    const { tx } = command;
    const { paused } = await lockExistingWebhook(command, id);
    if (paused === null) return { id };
    await updateWebhook(tx, id, {
      ...{ paused: null, failing: null },
      ...(from === 'now' ? { position: await findLastChange(tx) } : {}),
    });
    await enqueueDeliveries(tx);
    await record(command, 'webhook.resume', ['webhook', id], { from });
    return { id };
  });
}
