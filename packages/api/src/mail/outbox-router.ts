import { listMessages } from '@viewpoints/db/editorial/messages';
import { byTime, page, request } from '../paging.ts';
import { permitted, router } from '../trpc.ts';

export const outboxRouter = router({
  list: permitted('outbox.list')
    .input(byTime)
    .query(async ({ ctx, input }) => page(await listMessages(ctx.editorial, request(input)))),
});
