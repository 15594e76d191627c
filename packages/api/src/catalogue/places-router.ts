import * as places from '@viewpoints/db/editorial/places';
import { PlaceContent } from '@viewpoints/domain/places/place';
import { page, request } from '../paging.ts';
import { notFound } from '../problem.ts';
import { permitted, router } from '../trpc.ts';
import { createEntry } from './create-entry.ts';
import { ListEntries, OneEntry, saveOf } from './entry-inputs.ts';
import { removeEntry } from './remove-entry.ts';
import { saveEntry } from './save-entry.ts';

const catalogue = {
  kind: 'place',
  lock: places.lockPlace,
  insert: places.insertPlace,
  update: places.updatePlace,
  remove: places.deletePlace,
} as const;

export const placesRouter = router({
  list: permitted('place.list')
    .input(ListEntries)
    .query(async ({ ctx, input }) => page(await places.listPlaces(ctx.editorial, request(input)))),
  get: permitted('place.list')
    .input(OneEntry)
    .query(async ({ ctx, input }) => {
      const entry = await places.findPlace(ctx.editorial, input.id);
      if (entry === null) throw notFound('place');
      return entry;
    }),
  create: permitted('place.create')
    .input(PlaceContent)
    .mutation(({ ctx, input }) => createEntry(ctx, catalogue, input)),
  save: permitted('place.edit')
    .input(saveOf(PlaceContent))
    .mutation(({ ctx, input }) => saveEntry(ctx, catalogue, input)),
  remove: permitted('place.remove')
    .input(OneEntry)
    .mutation(({ ctx, input }) => removeEntry(ctx, catalogue, input.id)),
});
