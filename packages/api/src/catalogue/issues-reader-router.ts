import { Named } from '@viewpoints/domain/findings/finding-view';
import { IssuePageView } from '@viewpoints/domain/findings/position-view';
import {
  BoardLimit,
  filterActorRows,
  IssueBoardFilters,
} from '@viewpoints/domain/positions/board-filters';
import { IssueBoardView } from '@viewpoints/domain/positions/board-view';
import {
  absencesWithin,
  boardAbsence,
  stanceBoard,
} from '@viewpoints/domain/positions/stance-board';
import { tag } from '@viewpoints/published/changes/tags';
import { listPublishedOnBoard } from '@viewpoints/published/query/board';
import {
  findPublishedIssue,
  listPublishedActorsOnIssue,
  listPublishedIssues,
} from '@viewpoints/published/query/issues';
import { listPublishedNullResults } from '@viewpoints/published/query/null-results';
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

  /** Where each actor stands on an issue, now or on a day, with what that was before. */
  board: readerProcedureAt(
    '/issues/{slug}/board',
    'Where each actor stands on an issue, in public and in private',
    { slug: 'ceasefire', register: 'private' },
  )
    .input(bySlug.extend({ ...IssueBoardFilters.shape, limit: BoardLimit }))
    .output(IssueBoardView)
    .query(async ({ ctx, input: { slug, limit = null, ...filters } }) => {
      const found = orNotFound(ctx, 'issue', slug, await findPublishedIssue(ctx.reader, slug));
      const { on = null } = filters;
      const board = { issueId: found.id, actorSlugs: filters.actors?.split(',') };
      const placed = await listPublishedOnBoard(ctx.reader, board, { day: on, rows: limit });
      const missing = await listPublishedNullResults(ctx.reader, { issueId: found.id });
      ctx.show?.([
        tag.issue(found.issue.slug),
        ...placed.map(({ finding }) => tag.finding(finding.id)),
      ]);
      const entries = placed.map(({ actor, finding }) => ({
        ...{ row: actor, actor: actor.slug, finding },
      }));
      const absences = missing.map((result) => boardAbsence(result.actor, result));
      const rows = stanceBoard(entries, absencesWithin(entries, absences, limit), { on });
      return { issue: found.issue, on, rows: filterActorRows(rows, filters) };
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
