import type { Place, PlaceContent } from '@viewpoints/domain/places/place';
import type { Prisma } from '../generated/client.ts';
import { catalogueTable } from './catalogue-table.ts';

const placeOf = ({ longitude, latitude, ...row }: Prisma.PlaceGetPayload<object>): Place => ({
  ...row,
  coordinates: longitude === null || latitude === null ? null : [longitude, latitude],
});

const columnsOf = ({ coordinates, ...content }: PlaceContent) => ({
  ...content,
  longitude: coordinates?.[0] ?? null,
  latitude: coordinates?.[1] ?? null,
});

/** Places that findings are about. */
export const placeTable = catalogueTable({
  kind: 'place',
  model: (db) => db.place,
  entryOf: placeOf,
  columnsOf,
});
