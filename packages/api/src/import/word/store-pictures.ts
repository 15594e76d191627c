import { posix } from 'node:path';
import type { DraftBlock } from '@viewpoints/docx/convert/conversion';
import { can } from '@viewpoints/domain/accounts/permissions';
import { sniffType } from '@viewpoints/domain/media/picture-type';
import { type FileMetadata, joinedMetadata } from '@viewpoints/domain/media/removed-data';
import type { MediaStore } from '@viewpoints/pictures/store/media-store';
import type { CommandContext } from '../../command.ts';
import { discardMedia } from '../../media/discard-media.ts';
import { uploadWithMetadata } from '../../media/upload-media.ts';
import { ProblemError } from '../../problem.ts';
import type { PlacedPicture } from './place-pictures.ts';
import type { ReadWordFile } from './read-word-file.ts';

export type MediaContext = CommandContext & { instance: { media: MediaStore } };

/**
 * Puts the pictures of a file into the library, cleaned as every upload is, one after another.
 * @throws {ProblemError} if pictures cannot be read at the moment; an invalid picture is part of
 *   the result
 */
export async function storePictures(
  ctx: MediaContext,
  { converted, pictures }: ReadWordFile,
  onStored: (done: number) => void,
): Promise<{ pictures: PlacedPicture[]; metadata: FileMetadata }> {
  const mayUpload = can(ctx.account ?? { id: '', roles: [] }, 'media.upload', null, {
    fourEyes: true,
  }).ok;
  const placed: PlacedPicture[] = [];
  const metadata: FileMetadata[] = [];
  try {
    for (const [index, bytes] of pictures.entries()) {
      const name = posix.basename(converted.pictures[index] ?? '');
      const refused = (why: Extract<PlacedPicture, { ok: false }>['why']) =>
        placed.push({ ok: false, why, name });
      if (bytes === null) refused('picture_missing');
      else if (sniffType(bytes) === null) refused('picture_type');
      else if (!mayUpload) refused('picture_not_permitted');
      else {
        const stored = await store(ctx, bytes, { name, alt: altOf(converted.blocks, index) });
        placed.push(stored.picture);
        metadata.push(...stored.metadata);
      }
      onStored(index + 1);
    }
    return { pictures: placed, metadata: joinedMetadata(metadata) };
  } catch (error) {
    await discardPictures(ctx, placed);
    throw error;
  }
}

async function store(
  ctx: MediaContext,
  bytes: Uint8Array,
  { name, alt }: { name: string; alt: string },
): Promise<{ picture: PlacedPicture; metadata: FileMetadata[] }> {
  try {
    const fileName = name.slice(-255);
    const described = { fileName, alt, credit: '' };
    const { item, metadata } = await uploadWithMetadata(ctx, bytes, described);
    const { id: mediaId, width, height } = item;
    return { picture: { ok: true, mediaId, width, height }, metadata: [metadata] };
  } catch (error) {
    const isRefused =
      error instanceof ProblemError &&
      (error.code === 'unsupported_type' || error.code === 'too_large');
    if (isRefused) return { picture: { ok: false, why: 'picture_refused', name }, metadata: [] };
    throw error;
  }
}

/** The alternative text that it has where it is first shown. */
function altOf(blocks: readonly DraftBlock[], index: number): string {
  const shown = blocks.find((block) => block.type === 'picture' && block.picture === index);
  return shown?.type === 'picture' ? shown.alt.slice(0, 1000).toWellFormed() : '';
}

/** Takes pictures out of the library again, where the article that they came with was not written. */
export async function discardPictures(
  ctx: MediaContext,
  placed: readonly PlacedPicture[],
): Promise<void> {
  for (const picture of placed)
    if (picture.ok) await discardMedia(ctx, picture.mediaId).catch(() => {});
}
