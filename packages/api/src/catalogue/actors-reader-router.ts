import { Named } from '@viewpoints/domain/findings/finding-view';
import { ActorPageView } from '@viewpoints/domain/findings/position-view';
import {
  ActorSlugs,
  BoardFilters,
  BoardLimit,
  filterRows,
} from '@viewpoints/domain/positions/board-filters';
import { ActorBoardView } from '@viewpoints/domain/positions/board-view';
import {
  absencesWithin,
  boardAbsence,
  stanceBoard,
} from '@viewpoints/domain/positions/stance-board';
import { tag } from '@viewpoints/published/changes/tags';
import {
  findPublishedActor,
  listPublishedActors,
  listPublishedIssuesOfActor,
} from '@viewpoints/published/query/actors';
import { listPublishedOnBoard } from '@viewpoints/published/query/board';
import { listPublishedNullResults } from '@viewpoints/published/query/null-results';
import { byName, page, request } from '../paging.ts';
import { bySlug, orNotFound, pageOf } from '../reader-inputs.ts';
import { readerProcedureAt, readerRouter } from '../trpc.ts';

export const actorsReaderRouter = readerRouter({
  /** An actor and the issues it has positions on; by a former address its `slug` differs. */
  bySlug: readerProcedureAt('/actors/{slug}', 'An actor, with the issues it has positions on', {
    slug: 'drenn-valley-movement',
  })
    .input(bySlug)
    .output(ActorPageView)
    .query(async ({ ctx, input: { slug } }) => {
      const found = orNotFound(ctx, 'actor', slug, await findPublishedActor(ctx.reader, slug));
      ctx.show?.([tag.actor(found.actor.slug)]);
      return { actor: found.actor, issues: await listPublishedIssuesOfActor(ctx.reader, found.id) };
    }),

  /** Where an actor stands on every issue; other actors can be compared with it. */
  board: readerProcedureAt(
    '/actors/{slug}/board',
    'Where an actor stands on every issue, in public and in private',
    { slug: 'drenn-valley-movement', register: 'private' },
  )
    .input(
      bySlug.extend({ ...BoardFilters.shape, actors: ActorSlugs.optional(), limit: BoardLimit }),
    )
    .output(ActorBoardView)
    .query(async ({ ctx, input: { slug, actors = slug, on = null, limit = null, ...filters } }) => {
      const slugs = [...new Set([slug, ...actors.split(',')])];
      const found = await Promise.all(
        slugs.map(async (each) =>
          orNotFound(ctx, 'actor', each, await findPublishedActor(ctx.reader, each)),
        ),
      );
      const actorIds = found.map(({ id }) => id);
      const placed = await listPublishedOnBoard(ctx.reader, { actorIds }, { day: on, rows: limit });
      ctx.show?.([
        ...found.map(({ actor }) => tag.actor(actor.slug)),
        ...placed.map(({ finding }) => tag.finding(finding.id)),
      ]);
      const missing = (
        await Promise.all(
          actorIds.map((actorId) => listPublishedNullResults(ctx.reader, { actorId })),
        )
      ).flat();
      const boards = found.map(({ actor: { slug: ofActor, name } }) => {
        const entries = placed
          .filter(({ actor }) => actor.slug === ofActor)
          .map(({ issue, finding }) => ({ row: issue, actor: ofActor, finding }));
        const absences = missing
          .filter(({ actor }) => actor.slug === ofActor)
          .map((result) => boardAbsence(result.issue, result));
        const shown = absencesWithin(entries, absences, limit);
        return {
          slug: ofActor,
          name,
          rows: filterRows(stanceBoard(entries, shown, { on }), filters),
        };
      });
      return { on, actors: boards };
    }),

  /** By name. */
  list: readerProcedureAt('/actors', 'Actors, by name', { limit: 1 })
    .input(byName.prefault({}))
    .output(pageOf(Named))
    .query(async ({ ctx, input }) => {
      ctx.show?.(['list:actors']);
      return page(await listPublishedActors(ctx.reader, request(input)));
    }),
});
