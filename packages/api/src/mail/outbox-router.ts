import { listMessages } from '@viewpoints/db/editorial/messages';
import { byTime, page, request } from '../paging.ts';
import { permitted, router } from '../trpc.ts';

export const outboxRouter = router({
  /** What was sent to whom, when and with which result; never what it said. */
  list: permitted('outbox.list')
    .input(byTime)
    .query(async ({ ctx, input }) => ({
      ...page(await listMessages(ctx.editorial, { ...request(input), now: ctx.now() })),
      /** Whether messages are sent at all, or kept in files on the server. */
      sendsMail: ctx.instance.smtpUrl !== null,
    })),
});
