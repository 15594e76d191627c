import type { ReaderDatabase } from '@viewpoints/db/client';
import { type PageRequest, pageOf, type QueryPage } from '@viewpoints/db/editorial/page';
import type { Named } from '@viewpoints/domain/findings/finding-view';
import type { PlaceView } from '@viewpoints/domain/places/place-view';
import { findEntry } from './entries.ts';
import { limitBucket } from './limit-bucket.ts';

/** A place that a published finding names, by its address or a former one. */
export async function findPlace(db: ReaderDatabase, slug: string): Promise<PlaceView | null> {
  const found = await findEntry(db, 'place', slug);
  if (found === null) return null;
  const [place] = await db.rows<PlaceView>(
    `SELECT slug, name, wikidata_id AS "wikidataId",
       CASE WHEN longitude IS NOT NULL AND latitude IS NOT NULL
            THEN json_build_array(longitude, latitude) END AS coordinates
     FROM place WHERE id = $1::uuid`,
    [found.id],
  );
  return place ?? null;
}

/** Places that readers may look up, by name. */
export async function listPlaces(
  db: ReaderDatabase,
  { cursor, limit }: PageRequest,
): Promise<QueryPage<Named>> {
  const after = cursor === null ? '' : 'WHERE (name, id) > ($1, $2::uuid)';
  // The limit is spelled out: a plan for any number of rows sorts them all.
  const rows = await db.rows<Named & { id: string }>(
    `SELECT id, slug, name FROM place ${after} ORDER BY name, id LIMIT ${limitBucket(limit + 1)}`,
    cursor === null ? [] : [cursor.key, cursor.id],
  );
  return pageOf(rows.slice(0, limit + 1), limit, {
    item: ({ slug, name }) => ({ slug, name }),
    cursor: ({ id, name }) => ({ key: name, id }),
  });
}
