import { z } from 'zod';
import { Named } from '../findings/finding-view.ts';

/** The public view of a place. Coordinates are longitude and latitude, in degrees. */
export const PlaceView = Named.extend({
  coordinates: z.tuple([z.number(), z.number()]).nullable(),
  wikidataId: z.string().nullable(),
});
export type PlaceView = z.infer<typeof PlaceView>;

/** Coordinates as a map prints them: "34.53° N, 69.17° E". */
export function coordinatesInWords([longitude, latitude]: readonly [number, number]): string {
  const degrees = (value: number) => `${Number(Math.abs(value).toFixed(2))}°`;
  return `${degrees(latitude)} ${latitude < 0 ? 'S' : 'N'}, ${degrees(longitude)} ${longitude < 0 ? 'W' : 'E'}`;
}
