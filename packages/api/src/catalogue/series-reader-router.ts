import { SeriesPageView, SeriesView } from '@viewpoints/domain/series/series-view';
import { tag } from '@viewpoints/published/changes/tags';
import { findPublishedSeriesPage, listPublishedSeries } from '@viewpoints/published/query/series';
import { z } from 'zod';
import { bySlug, orNotFound } from '../reader-inputs.ts';
import { readerProcedureAt, readerRouter } from '../trpc.ts';

export const seriesReaderRouter = readerRouter({
  /**
   * Every series of which readers can read a part, by name. Noted as the names alone: what shows
   * the counts is to be noted under `list:articles` as well.
   */
  list: readerProcedureAt('/series', 'Series, by name')
    .output(z.array(SeriesView))
    .query(({ ctx }) => {
      ctx.show?.(['list:series']);
      return listPublishedSeries(ctx.reader);
    }),

  /** A series with its parts in order; what is still to come is not among them. */
  bySlug: readerProcedureAt('/series/{slug}', 'A series, with its parts in order', {
    slug: 'the-valley-in-its-own-words',
  })
    .input(bySlug)
    .output(SeriesPageView)
    .query(async ({ ctx, input: { slug } }) => {
      const found = orNotFound(
        ctx,
        'series',
        slug,
        await findPublishedSeriesPage(ctx.reader, slug),
      );
      ctx.show?.([tag.series(found.series.slug), ...found.parts.map(({ id }) => tag.article(id))]);
      return found;
    }),
});
