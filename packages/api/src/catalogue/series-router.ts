import * as series from '@viewpoints/db/editorial/series';
import { SeriesContent } from '@viewpoints/domain/series/series';
import { page, request } from '../paging.ts';
import { notFound } from '../problem.ts';
import { permitted, router } from '../trpc.ts';
import { createEntry } from './create-entry.ts';
import { ListEntries, OneEntry, saveOf } from './entry-inputs.ts';
import { removeEntry } from './remove-entry.ts';
import { saveEntry } from './save-entry.ts';

const catalogue = {
  kind: 'series',
  lock: series.lockSeries,
  insert: series.insertSeries,
  update: series.updateSeries,
  remove: series.deleteSeries,
} as const;

export const seriesRouter = router({
  list: permitted('series.list')
    .input(ListEntries)
    .query(async ({ ctx, input }) => page(await series.listSeries(ctx.editorial, request(input)))),
  /** The series, and the number that a next part of it would have. */
  get: permitted('series.list')
    .input(OneEntry)
    .query(async ({ ctx, input }) => {
      const entry = await series.findSeries(ctx.editorial, input.id);
      if (entry === null) throw notFound('series');
      return { ...entry, nextPart: await series.findNextPart(ctx.editorial, input.id) };
    }),
  create: permitted('series.create')
    .input(SeriesContent)
    .mutation(({ ctx, input }) => createEntry(ctx, catalogue, input)),
  save: permitted('series.edit')
    .input(saveOf(SeriesContent))
    .mutation(({ ctx, input }) => saveEntry(ctx, catalogue, input)),
  remove: permitted('series.remove')
    .input(OneEntry)
    .mutation(({ ctx, input }) => removeEntry(ctx, catalogue, input.id)),
});
