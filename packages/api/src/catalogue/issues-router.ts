import * as issues from '@viewpoints/db/editorial/issues';
import { IssueContent } from '@viewpoints/domain/issues/issue';
import { page, request } from '../paging.ts';
import { notFound } from '../problem.ts';
import { permitted, router } from '../trpc.ts';
import { createEntry } from './create-entry.ts';
import { ListEntries, OneEntry, saveOf } from './entry-inputs.ts';
import { removeEntry } from './remove-entry.ts';
import { saveEntry } from './save-entry.ts';

const catalogue = {
  kind: 'issue',
  lock: issues.lockIssue,
  insert: issues.insertIssue,
  update: issues.updateIssue,
  remove: issues.deleteIssue,
} as const;

export const issuesRouter = router({
  list: permitted('issue.list')
    .input(ListEntries)
    .query(async ({ ctx, input }) => page(await issues.listIssues(ctx.editorial, request(input)))),
  get: permitted('issue.list')
    .input(OneEntry)
    .query(async ({ ctx, input }) => {
      const entry = await issues.findIssue(ctx.editorial, input.id);
      if (entry === null) throw notFound('issue');
      return entry;
    }),
  create: permitted('issue.create')
    .input(IssueContent)
    .mutation(({ ctx, input }) => createEntry(ctx, catalogue, input)),
  save: permitted('issue.edit')
    .input(saveOf(IssueContent))
    .mutation(({ ctx, input }) => saveEntry(ctx, catalogue, input)),
  remove: permitted('issue.remove')
    .input(OneEntry)
    .mutation(({ ctx, input }) => removeEntry(ctx, catalogue, input.id)),
});
