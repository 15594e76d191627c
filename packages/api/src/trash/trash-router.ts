import { listTrash, trashFilterInputs } from '@viewpoints/db/editorial/trash';
import { canOnAll } from '@viewpoints/domain/accounts/permissions';
import { TimeOrder } from '@viewpoints/domain/desk/list-order';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';
import { inOrder, orderedPage, orderedRequest } from '../paging.ts';
import { permitted, router } from '../trpc.ts';
import { emptyItem } from './empty-item.ts';
import { restoreItem, restoreItems } from './restore-item.ts';

const OneItem = z.strictObject({ id: Id });

/** Removed things that can be restored. A contributor sees only articles of their own. */
export const trashRouter = router({
  list: permitted('trash.list')
    .input(inOrder(TimeOrder).extend(trashFilterInputs))
    .query(async ({ ctx: { editorial, account }, input }) => {
      const ownerId = canOnAll(account, 'trash.list') ? null : account.id;
      const listing = orderedRequest(input);
      return orderedPage(await listTrash(editorial, { ...listing, ownerId }), listing);
    }),
  restore: permitted('trash.restore')
    .input(OneItem)
    .mutation(({ ctx, input }) => restoreItem(ctx, input.id)),
  restoreMany: permitted('trash.restore')
    .input(z.strictObject({ ids: z.array(Id).min(1).max(100) }))
    .mutation(({ ctx, input }) => restoreItems(ctx, input.ids)),
  empty: permitted('trash.empty')
    .input(OneItem)
    .mutation(({ ctx, input }) => emptyItem(ctx, input.id)),
});
