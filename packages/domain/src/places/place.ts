import { z } from 'zod';
import { WikidataId } from '../actors/actor.ts';
import { Id, line, Slug } from '../values.ts';

/** Coordinates are GeoJSON order, WGS 84 degrees: longitude, then latitude. */
export const PlaceContent = z.strictObject({
  slug: Slug,
  name: line(120),
  coordinates: z
    .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
    .nullable()
    .default(null),
  wikidataId: WikidataId.nullable().default(null),
});
export type PlaceContent = z.infer<typeof PlaceContent>;

export const Place = PlaceContent.extend({ id: Id, save: z.int().min(1) });
export type Place = z.infer<typeof Place>;
