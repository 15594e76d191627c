import type { Transaction } from '@viewpoints/db/client';
import { newId } from '@viewpoints/db/editorial/new-id';
import {
  deleteSavedFilter,
  findSavedFilter,
  insertSavedFilter,
  listSavedFilters,
  lockSavedFilters,
  renameSavedFilter,
} from '@viewpoints/db/editorial/saved-filters';
import {
  FilteredList,
  maximumSavedFilters,
  type SavedFilter,
  SavedFilterContent,
} from '@viewpoints/domain/desk/saved-filter';
import { reason } from '@viewpoints/domain/refusal';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';
import { runCommand } from '../command.ts';
import { notFound, ProblemError } from '../problem.ts';
import { ownSessionProcedure, router } from '../trpc.ts';

const OneFilter = z.strictObject({ id: Id });

/**
 * An account's own saved filters, whatever its roles. Not recorded in the audit, since what users
 * look for is private.
 */
export const savedFiltersRouter = router({
  list: ownSessionProcedure
    .input(z.strictObject({ list: FilteredList }))
    .query(({ ctx, input: { list } }) => listSavedFilters(ctx.editorial, ctx.account.id, list)),
  save: ownSessionProcedure.input(SavedFilterContent).mutation(({ ctx, input }) =>
    runCommand(ctx, async ({ tx, at }) => {
      await lockSavedFilters(tx, ctx.account.id);
      const kept = await listSavedFilters(tx, ctx.account.id, input.list);
      if (kept.length >= maximumSavedFilters)
        throw new ProblemError('invalid_input', [
          reason(
            'too_many_filters',
            `You keep ${maximumSavedFilters} filters of this list already: remove one first.`,
          ),
        ]);
      requireFreeName(kept, input.name);
      const filter = { ...input, id: newId() };
      await insertSavedFilter(tx, ctx.account.id, { filter, at });
      return filter;
    }),
  ),
  rename: ownSessionProcedure
    .input(OneFilter.extend({ name: SavedFilterContent.shape.name }))
    .mutation(({ ctx, input: { id, name } }) =>
      runCommand(ctx, async ({ tx }) => {
        const filter = await lockOwn(tx, ctx.account.id, id);
        const others = await listSavedFilters(tx, ctx.account.id, filter.list);
        requireFreeName(
          others.filter((other) => other.id !== id),
          name,
        );
        await renameSavedFilter(tx, id, name);
        return { ...filter, name };
      }),
    ),
  remove: ownSessionProcedure.input(OneFilter).mutation(({ ctx, input: { id } }) =>
    runCommand(ctx, async ({ tx }) => {
      await lockOwn(tx, ctx.account.id, id);
      await deleteSavedFilter(tx, id);
    }),
  ),
});

async function lockOwn(tx: Transaction, accountId: string, id: string): Promise<SavedFilter> {
  await lockSavedFilters(tx, accountId);
  const filter = await findSavedFilter(tx, accountId, id);
  if (filter === null) throw notFound('filter');
  return filter;
}

function requireFreeName(kept: readonly SavedFilter[], name: string): void {
  if (kept.some((one) => one.name === name))
    throw new ProblemError('already_exists', [
      reason('filter_exists', 'You keep a filter of this name already.', 'name'),
    ]);
}
