import { createHash } from 'node:crypto';
import { databaseFailure } from '@viewpoints/db/database-failure';
import {
  findMedia,
  insertMedia,
  type MediaItem,
  type NewMedia,
} from '@viewpoints/db/editorial/media';
import { newId } from '@viewpoints/db/editorial/new-id';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { checkMediaFile, pictureHead } from '@viewpoints/domain/media/check-picture-file';
import { isPdf, sniffType } from '@viewpoints/domain/media/picture-type';
import type { FileMetadata } from '@viewpoints/domain/media/removed-data';
import { normaliseText } from '@viewpoints/domain/text/normalise';
import { text } from '@viewpoints/domain/values';
import { readUploadedPdf } from '@viewpoints/pictures/pdf/pdf-reader';
import { uploadCleaner } from '@viewpoints/pictures/picture-cleaner';
import type { MediaStore } from '@viewpoints/pictures/store/media-store';
import { z } from 'zod';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';
import { problemOfReading, refusedPdf } from './pdf-problem.ts';
import { problemOfCleaning, refusedFile, refusedPicture } from './picture-problem.ts';
import { type MetadataReport, reportMetadata } from './report-metadata.ts';

export const UploadMedia = z.strictObject({
  fileName: z.string().trim().max(255).default(''),
  alt: text(1000).default(''),
  credit: text(300).default(''),
});

/**
 * Uploads a picture or a PDF, recognised by its bytes and not by its name. Only the picture is
 * stored, without metadata; it is read in a process of its own. The bytes are stored before the
 * row that names them: a crash between leaves a file that the sweep removes, never a row without
 * its picture.
 */
export async function uploadMedia(
  ctx: CommandContext & { instance: { media: MediaStore } },
  sent: Uint8Array,
  described: z.output<typeof UploadMedia>,
): Promise<MediaItem> {
  return (await uploadWithMetadata(ctx, sent, described)).item;
}

/** The same for a person, who gets a report of what was removed from the file. */
export async function uploadMediaWithReport(
  ctx: CommandContext & { account: Principal; instance: { media: MediaStore } },
  sent: Uint8Array,
  described: z.output<typeof UploadMedia>,
): Promise<MediaItem & MetadataReport> {
  const { item, metadata } = await uploadWithMetadata(ctx, sent, described);
  return { ...item, ...(await reportStored(ctx, metadata)) };
}

/**
 * Reports what was removed from files that are already stored. If the search for names fails, the
 * report leaves it out: an error would make the user upload the files again.
 */
export async function reportStored(
  { editorial, account }: Pick<CommandContext, 'editorial' | 'account'>,
  metadata: FileMetadata,
): Promise<MetadataReport> {
  try {
    return await reportMetadata({ editorial, acting: account ?? { roles: [] } }, metadata);
  } catch {
    return { removed: metadata.removed, named: [], searched: false };
  }
}

/** The same with the metadata of the file, which is stored nowhere. */
export async function uploadWithMetadata(...[ctx, ...file]: Parameters<typeof storeMedia>) {
  const stored = await storeMedia(ctx, ...file);
  await ctx.instance.media.confirm(stored.item.id);
  return stored;
}

/**
 * The same as part of a transaction that is committed later: the caller confirms the file after the
 * commit, and removes it after a rollback.
 */
export async function storeMedia(
  ctx: CommandContext & { instance: { media: MediaStore } },
  sent: Uint8Array,
  { fileName, alt, credit }: z.output<typeof UploadMedia>,
): Promise<{ item: MediaItem; metadata: FileMetadata }> {
  permit({ acting: ctx.account ?? { id: '', roles: [] }, fourEyes: true }, 'media.upload');
  const { media } = ctx.instance;
  const checked = checkMediaFile(sent.subarray(0, pictureHead), sent.byteLength);
  if (!checked.ok) throw refusedFile(checked.reasons);
  const { bytes, metadata, ...facts } = isPdf(sent) ? await readPdf(sent) : await readPicture(sent);
  const id = newId();
  await media.write(id, bytes);
  try {
    return await runCommand(ctx, async (command) => {
      permit(command, 'media.upload');
      await insertMedia(command.tx, {
        id,
        ...facts,
        byteSize: bytes.byteLength,
        fileName,
        alt,
        credit: credit === '' ? null : credit,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        by: command.acting.id,
        at: command.at,
      });
      await record(command, 'media.upload', ['media', id], {
        mediaType: facts.mediaType,
        ...(facts.unread.length > 0 ? { unread: facts.unread.join() } : {}),
      });
      const item = await findMedia(command.tx, id);
      if (item === null) throw notFound('picture');
      return { item, metadata };
    });
  } catch (error) {
    await discardStored(media, id, error);
    throw error;
  }
}

/** What is stored of a file: its rewritten bytes, and their type. */
type Read = { bytes: Uint8Array; metadata: FileMetadata } & Pick<
  NewMedia,
  'mediaType' | 'width' | 'height' | 'pages' | 'text' | 'unread'
>;

async function readPicture(sent: Uint8Array): Promise<Read> {
  const type = sniffType(sent);
  if (type === null) throw refusedFile();
  const picture = await uploadCleaner.clean({ bytes: sent, type }).catch((thrown: unknown) => {
    throw problemOfCleaning(thrown);
  });
  if (!picture.ok) throw refusedPicture(picture);
  const { bytes, metadata, width, height } = picture;
  const facts = { mediaType: type, width, height, pages: null, text: null, unread: [] };
  return { bytes, metadata, ...facts };
}

async function readPdf(sent: Uint8Array): Promise<Read> {
  const read = await readUploadedPdf(sent).catch((thrown: unknown) => {
    throw problemOfReading(thrown);
  });
  if (!read.ok) throw refusedPdf(read);
  const { ok: _, text, ...rest } = read;
  return { ...rest, mediaType: 'application/pdf', text: normaliseText(text) };
}

/**
 * Removes the file of a row that was not written. If the connection broke, the row may be committed
 * all the same: the sweep decides then.
 */
export async function discardStored(media: MediaStore, id: string, error: unknown): Promise<void> {
  if (databaseFailure(error)?.kind !== 'unreachable') await media.remove(id);
}
