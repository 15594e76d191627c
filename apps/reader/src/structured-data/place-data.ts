import type { PlaceView } from '@viewpoints/domain/places/place-view';
import type { Place } from 'schema-dts';

/** A place, as other data refer to it. */
export const placeId = (siteUrl: string, slug: string): string => `${siteUrl}/places/${slug}#place`;

/** The location of a place, and its identifier in Wikidata. */
export function placeData(place: PlaceView, siteUrl: string) {
  const { slug, name, coordinates, wikidataId } = place;
  return {
    '@type': 'Place',
    '@id': placeId(siteUrl, slug),
    name,
    url: `${siteUrl}/places/${slug}`,
    ...(coordinates === null
      ? {}
      : {
          geo: {
            '@type': 'GeoCoordinates',
            longitude: coordinates[0],
            latitude: coordinates[1],
          },
        }),
    ...(wikidataId === null ? {} : { sameAs: `https://www.wikidata.org/wiki/${wikidataId}` }),
  } satisfies Place;
}
