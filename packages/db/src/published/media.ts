import type { ReaderDatabase } from '../client.ts';

/** A picture that a visible article shows: where its bytes lie in storage, and what they are. */
export type PublishedMediaFile = {
  path: string;
  mediaType: string;
  byteSize: number;
  sha256: string;
};

export function findPublishedMedia(
  db: ReaderDatabase,
  id: string,
): Promise<PublishedMediaFile | null> {
  return db.media.findUnique({
    where: { id },
    select: { path: true, mediaType: true, byteSize: true, sha256: true },
  });
}
