import { permitted, router } from '../trpc.ts';
import { createQuoteCheck } from './create-quote-check.ts';
import { removeQuoteCheck, revokeQuoteCheck } from './end-quote-check.ts';
import { listQuoteChecks } from './list-quote-checks.ts';
import * as inputs from './quote-check-inputs.ts';

/** Links with which sources look at their own passages, and what they answered. */
export const quoteChecksRouter = router({
  list: permitted('quote_check.list')
    .input(inputs.ListQuoteChecks)
    .query(({ ctx, input: { findingId } }) => listQuoteChecks(ctx, findingId)),
  create: permitted('quote_check.create')
    .input(inputs.CreateQuoteCheck)
    .mutation(({ ctx, input }) => createQuoteCheck(ctx, input)),
  revoke: permitted('quote_check.revoke')
    .input(inputs.OneQuoteCheck)
    .mutation(({ ctx, input: { id } }) => revokeQuoteCheck(ctx, id)),
  remove: permitted('quote_check.remove')
    .input(inputs.OneQuoteCheck)
    .mutation(({ ctx, input: { id } }) => removeQuoteCheck(ctx, id)),
});
