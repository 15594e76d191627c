import { listNamesOf } from '@viewpoints/db/editorial/accounts';
import { listClearances } from '@viewpoints/db/editorial/clearances';
import { permitted, router } from '../trpc.ts';
import * as inputs from './clearance-inputs.ts';
import { confirmClearance, dropClearance } from './confirm-clearance.ts';
import { clearMention, stateNobodyTookPart } from './record-clearance.ts';

/** Answers to alarms about protected names. Protected themselves: they contain what is searched for. */
export const clearancesRouter = router({
  list: permitted('clearance.list')
    .input(inputs.ListClearances)
    .query(async ({ ctx, input: { sourceIds } }) => {
      const clearances = await listClearances(ctx.editorial, sourceIds);
      const people = await listNamesOf(ctx.editorial, [
        ...new Set(
          clearances.flatMap(({ recordedBy, confirmedBy }) => [
            recordedBy,
            confirmedBy ?? recordedBy,
          ]),
        ),
      ]);
      return { clearances, people };
    }),
  clearMention: permitted('clearance.record')
    .input(inputs.ClearMention)
    .mutation(({ ctx, input }) => clearMention(ctx, input)),
  stateNobodyTookPart: permitted('clearance.record')
    .input(inputs.StateNobodyTookPart)
    .mutation(({ ctx, input }) => stateNobodyTookPart(ctx, input)),
  confirm: permitted('clearance.confirm')
    .input(inputs.OneClearance)
    .mutation(({ ctx, input }) => confirmClearance(ctx, input)),
  drop: permitted('clearance.record')
    .input(inputs.OneClearance)
    .mutation(({ ctx, input }) => dropClearance(ctx, input)),
});
