import type { ReaderDatabase } from '../client.ts';

/** A picture that a visible article shows: where its bytes lie in storage, and what they are. */
export type PublishedMediaFile = {
  path: string;
  mediaType: string;
  byteSize: number;
  sha256: string;
};

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
