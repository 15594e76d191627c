import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { maxPictureSize } from '@viewpoints/domain/media/check-picture-file';
import { sniffType } from '@viewpoints/domain/media/picture-type';
import { discardMedia } from '../../media/discard-media.ts';
import { uploadWithMetadata } from '../../media/upload-media.ts';
import { ProblemError } from '../../problem.ts';
import type { MediaContext } from '../word/store-pictures.ts';
import { findPictureFile } from './local-pictures.ts';
import type { StoredPicture } from './place-post-pictures.ts';
import { type PostPicture, placeOf } from './post-pictures.ts';

/**
 * Puts pictures of posts into the library from a copy of the site's uploads, cleaned as every upload
 * is. A file that several posts show is stored once.
 */
export class PostPictureStore {
  readonly #ctx: MediaContext;
  readonly #directory: string;
  /** By the path of the file. */
  readonly #stored = new Map<string, StoredPicture>();
  /** What was stored for the last item: it goes again if that is not written. */
  #last: { path: string; mediaId: string }[] = [];

  constructor(ctx: MediaContext, directory: string) {
    this.#ctx = ctx;
    this.#directory = directory;
  }

  async store(pictures: readonly PostPicture[]): Promise<(picture: PostPicture) => StoredPicture> {
    this.#last = [];
    const byPlace = new Map<string, StoredPicture>();
    for (const picture of pictures) {
      const place = placeOf(picture);
      if (!byPlace.has(place)) byPlace.set(place, await this.#storeOne(picture));
    }
    return (picture) => byPlace.get(placeOf(picture)) ?? { ok: false, why: 'picture_missing' };
  }

  /** Takes out of the library what was stored for an item that was not written. */
  async discardLast(): Promise<void> {
    for (const { path, mediaId } of this.#last) {
      this.#stored.delete(path);
      await discardMedia(this.#ctx, mediaId).catch(() => {});
    }
    this.#last = [];
  }

  async #storeOne(picture: PostPicture): Promise<StoredPicture> {
    const path = await findPictureFile(this.#directory, picture);
    if (path === null) return { ok: false, why: 'picture_missing' };
    const known = this.#stored.get(path);
    if (known !== undefined) return known;
    const stored = await this.#upload(path, picture.alt);
    this.#stored.set(path, stored);
    if (stored.ok) this.#last.push({ path, mediaId: stored.mediaId });
    return stored;
  }

  async #upload(path: string, alt: string): Promise<StoredPicture> {
    const refused: StoredPicture = { ok: false, why: 'picture_refused' };
    if ((await stat(path)).size > maxPictureSize) return refused;
    const bytes = await readFile(path);
    if (sniffType(bytes) === null) return refused;
    try {
      const described = { fileName: basename(path), alt: alt.slice(0, 1000), credit: '' };
      const { item } = await uploadWithMetadata(this.#ctx, bytes, described);
      return { ok: true, mediaId: item.id, width: item.width, height: item.height };
    } catch (error) {
      const isRefused =
        error instanceof ProblemError &&
        (error.code === 'unsupported_type' || error.code === 'too_large');
      if (isRefused) return refused;
      throw error;
    }
  }
}
