import { Named } from '@viewpoints/domain/findings/finding-view';
import { IssuePageView } from '@viewpoints/domain/findings/position-view';
import { tag } from '@viewpoints/published/changes/tags';
import {
  findPublishedIssue,
  listPublishedActorsOnIssue,
  listPublishedIssues,
} from '@viewpoints/published/query/issues';
import { byName, page, request } from '../paging.ts';
import { bySlug, orNotFound, pageOf } from '../reader-inputs.ts';
import { readerProcedureAt, readerRouter } from '../trpc.ts';

export const issuesReaderRouter = readerRouter({
  /** An issue and who has positions on it; by a former address its `slug` differs. */
  bySlug: readerProcedureAt(
    '/issues/{slug}',
    'An issue, with the actors that have positions on it',
    { slug: 'ceasefire' },
  )
    .input(bySlug)
    .output(IssuePageView)
    .query(async ({ ctx, input: { slug } }) => {
      const found = orNotFound(ctx, 'issue', slug, await findPublishedIssue(ctx.reader, slug));
      ctx.show?.([tag.issue(found.issue.slug)]);
      return { issue: found.issue, actors: await listPublishedActorsOnIssue(ctx.reader, found.id) };
    }),

  /** By name. */
  list: readerProcedureAt('/issues', 'Issues, by name', { limit: 1 })
    .input(byName.prefault({}))
    .output(pageOf(Named))
    .query(async ({ ctx, input }) => {
      ctx.show?.(['list:issues']);
      return page(await listPublishedIssues(ctx.reader, request(input)));
    }),
});
