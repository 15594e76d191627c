import { Named } from '@viewpoints/domain/findings/finding-view';
import { ActorPageView } from '@viewpoints/domain/findings/position-view';
import { tag } from '@viewpoints/published/changes/tags';
import {
  findPublishedActor,
  listPublishedActors,
  listPublishedIssuesOfActor,
} from '@viewpoints/published/query/actors';
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

  /** By name. */
  list: readerProcedureAt('/actors', 'Actors, by name', { limit: 1 })
    .input(byName.prefault({}))
    .output(pageOf(Named))
    .query(async ({ ctx, input }) => {
      ctx.show?.(['list:actors']);
      return page(await listPublishedActors(ctx.reader, request(input)));
    }),
});
