import { listMessages } from '@viewpoints/db/editorial/messages';
import { momentOf } from '../moment.ts';
import { byTime, page, request } from '../paging.ts';
import { permitted, router } from '../trpc.ts';

export const outboxRouter = router({
  /** Metadata of messages; never their text, which may hold a link that signs in. */
  list: permitted('outbox.list')
    .input(byTime)
    .query(async ({ ctx, input }) => ({
      ...page(await listMessages(ctx.editorial, { ...request(input), now: await momentOf(ctx) })),
      /** Whether a mail server is set; without one, messages are stored as files on the server. */
      sendsMail: ctx.instance.smtpUrl !== null,
    })),
});
