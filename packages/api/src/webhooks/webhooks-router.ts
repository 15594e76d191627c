import { listDeliveries } from '@viewpoints/db/editorial/webhook-deliveries';
import { findWebhook, listWebhooks } from '@viewpoints/db/editorial/webhooks';
import { page, request } from '../paging.ts';
import { notFound } from '../problem.ts';
import { permitted, router } from '../trpc.ts';
import { createWebhook } from './create-webhook.ts';
import { pauseWebhook } from './pause-webhook.ts';
import { removeWebhook } from './remove-webhook.ts';
import { replayWebhook } from './replay-webhook.ts';
import { resumeWebhook } from './resume-webhook.ts';
import { rotateSecret } from './rotate-secret.ts';
import { saveWebhook } from './save-webhook.ts';
import { testWebhook } from './test-webhook.ts';
import * as inputs from './webhook-inputs.ts';

/** Addresses of other programs that are sent entries of the log of changes. */
export const webhooksRouter = router({
  list: permitted('webhook.list').query(({ ctx }) => listWebhooks(ctx.editorial)),
  get: permitted('webhook.list')
    .input(inputs.OneWebhook)
    .query(async ({ ctx, input: { id } }) => {
      const webhook = await findWebhook(ctx.editorial, id);
      if (webhook === null) throw notFound('webhook');
      return webhook;
    }),
  deliveries: permitted('webhook.list')
    .input(inputs.ListDeliveries)
    .query(async ({ ctx, input: { id, ...input } }) =>
      page(await listDeliveries(ctx.editorial, id, request(input))),
    ),
  create: permitted('webhook.create')
    .input(inputs.CreateWebhook)
    .mutation(({ ctx, input }) => createWebhook(ctx, input)),
  save: permitted('webhook.edit')
    .input(inputs.SaveWebhook)
    .mutation(({ ctx, input }) => saveWebhook(ctx, input)),
  rotateSecret: permitted('webhook.rotate_secret')
    .input(inputs.RotateSecret)
    .mutation(({ ctx, input }) => rotateSecret(ctx, input)),
  pause: permitted('webhook.pause')
    .input(inputs.OneWebhook)
    .mutation(({ ctx, input: { id } }) => pauseWebhook(ctx, id)),
  resume: permitted('webhook.resume')
    .input(inputs.ResumeWebhook)
    .mutation(({ ctx, input }) => resumeWebhook(ctx, input)),
  replay: permitted('webhook.replay')
    .input(inputs.ReplayWebhook)
    .mutation(({ ctx, input }) => replayWebhook(ctx, input)),
  test: permitted('webhook.test')
    .input(inputs.OneWebhook)
    .mutation(({ ctx, input: { id } }) => testWebhook(ctx, id)),
  remove: permitted('webhook.remove')
    .input(inputs.OneWebhook)
    .mutation(({ ctx, input: { id } }) => removeWebhook(ctx, id)),
});
