import { ChangeKind, PublicChange } from '@viewpoints/domain/changes/public-change';
import { reason } from '@viewpoints/domain/refusal';
import { Id } from '@viewpoints/domain/values';
import { listPublishedChanges } from '@viewpoints/published/query/changes';
import { z } from 'zod';
import { ProblemError } from '../problem.ts';
import { pageOf } from '../reader-inputs.ts';
import { readerProcedureAt, readerRouter } from '../trpc.ts';

export const changesReaderRouter = readerRouter({
  /** What became visible, changed or is gone, oldest first. */
  list: readerProcedureAt('/changes', 'What became visible, changed or is gone, oldest first', {
    limit: 1,
  })
    .input(
      z
        .strictObject({
          // Random, so that it says nothing of how many changes there are.
          cursor: Id.nullish(),
          limit: z.int().min(1).max(100).default(20),
          kind: ChangeKind.optional(),
        })
        .prefault({}),
    )
    .output(pageOf(PublicChange))
    .query(async ({ ctx, input: { cursor = null, ...input } }) => {
      const page = await listPublishedChanges(ctx.reader, { ...input, cursor });
      if (page !== null) return page;
      throw new ProblemError('invalid_input', [
        reason(
          'unknown_cursor',
          'No entry has this cursor, as after a restore from a backup. Begin without one.',
          'cursor',
        ),
      ]);
    }),
});
