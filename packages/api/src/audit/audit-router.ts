import { listAuditedAccounts } from '@viewpoints/db/editorial/audit-records';
import { Id, Instant } from '@viewpoints/domain/values';
import { z } from 'zod';
import { momentOf } from '../moment.ts';
import { byTime, page, request } from '../paging.ts';
import { permitted, router } from '../trpc.ts';
import { exportAudit } from './export-audit.ts';
import { listAudit } from './list-audit.ts';

const ListAudit = byTime.extend({
  subjectId: Id.optional(),
  /** An article with its findings. */
  articleId: Id.optional(),
  by: Id.optional(),
  action: z.string().max(60).optional(),
  /** From an instant, up to and without another. */
  from: Instant.optional(),
  to: Instant.optional(),
});

export const auditRouter = router({
  list: permitted('audit.list')
    .input(ListAudit)
    .query(async ({ ctx, input }) =>
      page(
        await listAudit(ctx.editorial, ctx.account, {
          ...request(input),
          now: await momentOf(ctx),
        }),
      ),
    ),
  /** All accounts that the record names. */
  people: permitted('audit.list').query(({ ctx }) => listAuditedAccounts(ctx.editorial)),
  /** The record as comma-separated values, in parts where it is long. */
  export: permitted('audit.export')
    .input(ListAudit.omit({ limit: true }))
    .mutation(({ ctx, input: { cursor, ...filter } }) =>
      exportAudit(ctx, { ...filter, cursor: cursor ?? null }),
    ),
});
