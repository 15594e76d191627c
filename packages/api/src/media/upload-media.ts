import { createHash } from 'node:crypto';
import { databaseFailure } from '@viewpoints/db/database-failure';
import { findMedia, insertMedia, type MediaItem } from '@viewpoints/db/editorial/media';
import { newId } from '@viewpoints/db/editorial/new-id';
import { reason } from '@viewpoints/domain/refusal';
import { text } from '@viewpoints/domain/values';
import { z } from 'zod';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound, ProblemError } from '../problem.ts';
import { cleanPicture } from './clean-picture.ts';
import { confirmMediaFile, removeMediaFile, writeMediaFile } from './media-files.ts';
import { sniffPicture } from './sniff-picture.ts';

/** Largest picture taken, in bytes. */
export const maxPictureSize = 20 * 1024 * 1024;
/** Largest side, in pixels: what decodes to more could fill a reader's memory. */
const maxSide = 16_000;

export const UploadMedia = z.strictObject({
  fileName: z.string().trim().max(255).default(''),
  alt: text(1000).default(''),
  credit: text(300).default(''),
});

/**
 * Takes a picture in, by what its bytes are and not by what it is called. Only the picture is kept,
 * without what was written beside it. The bytes are on disk before the row that names them: a crash
 * between leaves a file that the sweep removes, never a row without its picture.
 */
export async function uploadMedia(
  ctx: CommandContext & { instance: { mediaDirectory: string } },
  sent: Uint8Array,
  described: z.output<typeof UploadMedia>,
): Promise<MediaItem> {
  const item = await storeMedia(ctx, sent, described);
  await confirmMediaFile(ctx.instance.mediaDirectory, item.id);
  return item;
}

/**
 * The same as part of a transaction that is committed later: whoever commits it confirms the file,
 * and removes it where it is not committed.
 */
export async function storeMedia(
  ctx: CommandContext & { instance: { mediaDirectory: string } },
  sent: Uint8Array,
  { fileName, alt, credit }: z.output<typeof UploadMedia>,
): Promise<MediaItem> {
  permit({ acting: ctx.account ?? { id: '', roles: [] }, fourEyes: true }, 'media.upload');
  const { mediaDirectory } = ctx.instance;
  const found = sniffPicture(sent);
  if (found === null) throw notAPicture();
  if (found.width > maxSide || found.height > maxSide)
    throw new ProblemError('too_large', [
      reason('picture_too_wide', `No side may be longer than ${maxSide} pixels.`, 'file', {
        width: found.width,
        height: found.height,
      }),
    ]);
  const bytes = await cleanPicture(sent, found.type).catch(() => {
    throw notAPicture();
  });
  const picture = sniffPicture(bytes);
  if (picture === null) throw notAPicture();
  const id = newId();
  await writeMediaFile(mediaDirectory, id, bytes);
  try {
    return await runCommand(ctx, async (command) => {
      permit(command, 'media.upload');
      await insertMedia(command.tx, {
        id,
        mediaType: picture.type,
        byteSize: bytes.byteLength,
        width: picture.width,
        height: picture.height,
        fileName,
        alt,
        credit: credit === '' ? null : credit,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        by: command.acting.id,
        at: command.at,
      });
      await record(command, 'media.upload', ['media', id], { mediaType: picture.type });
      const item = await findMedia(command.tx, id);
      if (item === null) throw notFound('picture');
      return item;
    });
  } catch (error) {
    await discardMediaFile(mediaDirectory, id, error);
    throw error;
  }
}

/**
 * Removes the file of a row that was not written. Where the connection broke nobody knows: the row
 * may be committed all the same, and the sweep will see.
 */
export async function discardMediaFile(
  mediaDirectory: string,
  id: string,
  error: unknown,
): Promise<void> {
  if (databaseFailure(error)?.kind !== 'unreachable') await removeMediaFile(mediaDirectory, id);
}

const notAPicture = () =>
  new ProblemError('unsupported_type', [
    reason('not_a_picture', 'Send a PNG, JPEG, WebP, AVIF or GIF picture that is whole.', 'file'),
  ]);
