import { getJournal } from '@viewpoints/db/editorial/journal';
import { getArticleReads, getReadership } from '@viewpoints/db/editorial/visits';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';
import { momentOf } from '../moment.ts';
import { permitted, router } from '../trpc.ts';

/** How many days back, today's included. */
const Days = z.int().min(1).max(366).default(30);

export const visitsRouter = router({
  /** Recent reads of the journal, where readers came from, their searches without results. */
  overview: permitted('visits.view')
    .input(z.strictObject({ days: Days }))
    .query(async ({ ctx, input }) => {
      const { editorial } = ctx;
      const { timeZone } = await getJournal(editorial);
      return getReadership(editorial, { ...input, now: await momentOf(ctx), timeZone });
    }),
  /** How much one article was read. */
  ofArticle: permitted('visits.view')
    .input(z.strictObject({ id: Id, days: Days }))
    .query(async ({ ctx, input: { id, days } }) => {
      const { editorial } = ctx;
      const { timeZone } = await getJournal(editorial);
      const now = await momentOf(ctx);
      return getArticleReads(editorial, { articleId: id, days, now, timeZone });
    }),
});
