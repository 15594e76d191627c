import { listAuditRecords } from '@viewpoints/db/editorial/audit-records';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';
import { byTime, page, request } from '../paging.ts';
import { permitted, router } from '../trpc.ts';

const ListAudit = byTime.extend({
  subjectId: Id.optional(),
  by: Id.optional(),
  action: z.string().max(60).optional(),
});

export const auditRouter = router({
  list: permitted('audit.list')
    .input(ListAudit)
    .query(async ({ ctx, input }) => page(await listAuditRecords(ctx.editorial, request(input)))),
});
