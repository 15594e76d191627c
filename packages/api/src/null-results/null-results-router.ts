import { listNullResults } from '@viewpoints/db/editorial/null-result-list';
import { page, request } from '../paging.ts';
import { permitted, router } from '../trpc.ts';
import { proposeNullResult, removeNullResult, saveNullResult } from './edit-null-result.ts';
import * as inputs from './null-result-inputs.ts';
import { rejectNullResult, verifyNullResult, withdrawNullResult } from './review-null-result.ts';
import { showNullResult } from './show-null-result.ts';

/** Looked for, not found: of which actor on which issue, where and until when. */
export const nullResultsRouter = router({
  list: permitted('null_result.list')
    .input(inputs.ListNullResults)
    .query(async ({ ctx, input }) => page(await listNullResults(ctx.editorial, request(input)))),
  get: permitted('null_result.view')
    .input(inputs.OneNullResult)
    .query(({ ctx, input: { id } }) => showNullResult(ctx, id)),
  propose: permitted('null_result.propose')
    .input(inputs.ProposeNullResult)
    .mutation(({ ctx, input }) => proposeNullResult(ctx, input)),
  save: permitted('null_result.edit')
    .input(inputs.SaveNullResult)
    .mutation(({ ctx, input }) => saveNullResult(ctx, input)),
  remove: permitted('null_result.remove')
    .input(inputs.OneNullResult)
    .mutation(({ ctx, input: { id } }) => removeNullResult(ctx, id)),
  verify: permitted('null_result.verify')
    .input(inputs.SeenNullResult)
    .mutation(({ ctx, input }) => verifyNullResult(ctx, input)),
  reject: permitted('null_result.reject')
    .input(inputs.RejectNullResult)
    .mutation(({ ctx, input }) => rejectNullResult(ctx, input)),
  withdraw: permitted('null_result.withdraw')
    .input(inputs.WithdrawNullResult)
    .mutation(({ ctx, input }) => withdrawNullResult(ctx, input)),
});
