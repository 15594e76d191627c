import { Named } from '@viewpoints/domain/findings/finding-view';
import { PlaceView } from '@viewpoints/domain/places/place-view';
import { tag } from '@viewpoints/published/changes/tags';
import { findPublishedPlace, listPublishedPlaces } from '@viewpoints/published/query/places';
import { byName, page, request } from '../paging.ts';
import { bySlug, orNotFound, pageOf } from '../reader-inputs.ts';
import { readerProcedureAt, readerRouter } from '../trpc.ts';

export const placesReaderRouter = readerRouter({
  /** A place; at a former address its `slug` differs. Articles about it are in `articles.list`. */
  bySlug: readerProcedureAt('/places/{slug}', 'A place', { slug: 'drenn-valley' })
    .input(bySlug)
    .output(PlaceView)
    .query(async ({ ctx, input: { slug } }) => {
      const place = orNotFound(ctx, 'place', slug, await findPublishedPlace(ctx.reader, slug));
      ctx.show?.([tag.place(place.slug)]);
      return place;
    }),

  /** By name. */
  list: readerProcedureAt('/places', 'Places, by name', { limit: 1 })
    .input(byName.prefault({}))
    .output(pageOf(Named))
    .query(async ({ ctx, input }) => {
      ctx.show?.(['list:places']);
      return page(await listPublishedPlaces(ctx.reader, request(input)));
    }),
});
