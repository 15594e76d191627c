import type { ReaderDatabase } from '@viewpoints/db/client';
import { selectFirst } from '@viewpoints/db/statement';
import type { PlaceView } from '@viewpoints/domain/places/place-view';
import { findPublishedEntry } from './entries.ts';
import { published } from './reader-tables.ts';

/** A place that a published finding names, by its address or a former one. */
export async function findPublishedPlace(
  db: ReaderDatabase,
  slug: string,
): Promise<PlaceView | null> {
  const found = await findPublishedEntry(db, 'place', slug);
  if (found === null) return null;
  const row = await selectFirst(
    db,
    published
      .selectFrom('place')
      .select(['slug', 'name', 'wikidata_id as wikidataId', 'longitude', 'latitude'])
      .where('id', '=', found.id),
  );
  if (row === null) return null;
  const { longitude, latitude, ...place } = row;
  const coordinates: PlaceView['coordinates'] =
    longitude === null || latitude === null ? null : [longitude, latitude];
  return { ...place, coordinates };
}
