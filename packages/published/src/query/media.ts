import type { ReaderDatabase } from '@viewpoints/db/client';
import { selectFirst, selectRows } from '@viewpoints/db/statement';
import { anyOf } from './expressions.ts';
import { published } from './reader-tables.ts';

/** A picture that a visible article shows: where its bytes lie in storage, and what they are. */
export type PublishedMediaFile = {
  path: string;
  mediaType: string;
  byteSize: number;
  sha256: string;
};

/** How many bytes of what a picture of a visible article is; by the ids of their media. */
export type PictureFile = Pick<PublishedMediaFile, 'mediaType' | 'byteSize'> & { id: string };

const files = published
  .selectFrom('media')
  .select(['media_type as mediaType', 'byte_size as byteSize']);

export function listPublishedPictureFiles(
  db: ReaderDatabase,
  ids: string[],
): Promise<PictureFile[]> {
  return selectRows(db, files.select('id').where('id', '=', anyOf(ids)));
}

export async function findPublishedMedia(
  db: ReaderDatabase,
  id: string,
): Promise<PublishedMediaFile | null> {
  return selectFirst(db, files.select(['path', 'sha256']).where('id', '=', id));
}
