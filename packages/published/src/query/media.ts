import type { ReaderDatabase } from '@viewpoints/db/client';

/** A picture that a visible article shows: where its bytes lie in storage, and what they are. */
export type PublishedMediaFile = {
  path: string;
  mediaType: string;
  byteSize: number;
  sha256: string;
};

/** How many bytes of what a picture of a visible article is; by the ids of their media. */
export type PictureFile = Pick<PublishedMediaFile, 'mediaType' | 'byteSize'> & { id: string };

export function listPictureFiles(db: ReaderDatabase, ids: string[]): Promise<PictureFile[]> {
  return db.rows<PictureFile>(
    `SELECT id::text, media_type AS "mediaType", byte_size AS "byteSize" FROM media WHERE id = ANY($1::uuid[])`,
    [ids],
  );
}

export async function findPublishedMedia(
  db: ReaderDatabase,
  id: string,
): Promise<PublishedMediaFile | null> {
  const [row] = await db.rows<PublishedMediaFile>(
    `SELECT path, media_type AS "mediaType", byte_size AS "byteSize", sha256 FROM media WHERE id = $1::uuid`,
    [id],
  );
  return row ?? null;
}
