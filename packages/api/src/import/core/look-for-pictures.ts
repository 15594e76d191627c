import { findPictureFile } from './local-pictures.ts';
import type { StoredPicture } from './place-post-pictures.ts';
import { type PostPicture, placeOf } from './post-pictures.ts';

/** Says of each picture only whether its file is there: for a dry run, which stores none. */
export async function lookForPictures(
  directory: string,
  pictures: readonly PostPicture[],
): Promise<(picture: PostPicture) => StoredPicture> {
  const missing = new Set<string>();
  for (const picture of pictures)
    if ((await findPictureFile(directory, picture)) === null) missing.add(placeOf(picture));
  return (picture) =>
    missing.has(placeOf(picture))
      ? { ok: false, why: 'picture_missing' }
      : { ok: true, mediaId: '00000000-0000-4000-8000-000000000000', width: 1, height: 1 };
}
