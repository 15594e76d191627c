import { isDeepStrictEqual } from 'node:util';
import { updateWebhook } from '@viewpoints/db/editorial/webhooks';
import type { z } from 'zod';
import { refuseStaleSave } from '../catalogue/save-entry.ts';
import { permit, record, runCommand } from '../command.ts';
import type { EditorContext } from '../context.ts';
import { detailsOf } from './create-webhook.ts';
import { enqueueDeliveries } from './deliver/enqueue-deliveries.ts';
import { lockExistingWebhook } from './lock-webhook.ts';
import { refuseAddress } from './refuse-address.ts';
import type { SaveWebhook } from './webhook-inputs.ts';

/** Saves a webhook over the save it names. What failed at another address is tried again at once. */
export function saveWebhook(
  ctx: EditorContext,
  { id, seen, content }: z.output<typeof SaveWebhook>,
): Promise<{ id: string; save: number }> {
  refuseAddress(content.url, ctx.instance.externalServices.webhooks);
  return runCommand(ctx, async (command) => {
    permit(command, 'webhook.edit');
    const { save, name, url, kinds, events } = await lockExistingWebhook(command, id);
    if (isDeepStrictEqual({ name, url, kinds, events }, content)) return { id, save };
    refuseStaleSave(save, seen);
    const isMoved = url !== content.url;
    await updateWebhook(command.tx, id, {
      ...{ ...content, save: save + 1 },
      ...(isMoved ? { failing: null } : {}),
    });
    if (isMoved) await enqueueDeliveries(command.tx);
    await record(command, 'webhook.edit', ['webhook', id], {
      ...detailsOf(content),
      moved: isMoved,
    });
    return { id, save: save + 1 };
  });
}
