import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ReaderCaller } from '@viewpoints/api/reader-caller';
import { Id } from '@viewpoints/domain/values';
import { type MediaStore, readStored, StorageError } from '@viewpoints/pictures/store/media-store';
import {
  type MediaAddress,
  type PictureFormat,
  pictureFormats,
  pictureWidths,
} from '../pictures/picture-addresses.ts';
import type { VariantStore } from '../pictures/variant-store.ts';

const ADDRESS = /^\/media\/([^/.]+)(?:(\.pdf)|\/([1-9]\d{2,3})\.([a-z]{3,4}))?$/;

/** Parses `/media/{id}`, `/media/{id}.pdf` or `/media/{id}/{width}.{format}`; null for any other path. */
export function readMediaAddress(path: string): MediaAddress | null {
  const [, id, isFile, digits, ending] = ADDRESS.exec(path) ?? [];
  if (id === undefined || !Id.safeParse(id).success) return null;
  if (digits === undefined) return { id, variant: null, isFile: isFile !== undefined };
  const width = pictureWidths.find((each) => String(each) === digits);
  const format = (Object.keys(pictureFormats) as PictureFormat[]).find((each) => each === ending);
  return width === undefined || format === undefined
    ? null
    : { id, variant: { width, format }, isFile: false };
}

type From = {
  caller: Pick<ReaderCaller, 'findMedia'>;
  store: MediaStore;
  variants: VariantStore;
  /** Hears of a variant that could not be made, and why. */
  onFailure: (error: unknown) => void;
};

/**
 * Sends a picture that a visible article shows, or a file that it offers; false if there is none. The
 * database is queried each time, so that a picture disappears with the article that showed it; the bytes a
 * browser has are not sent again. What moves, and what cannot be made smaller, is sent as it was uploaded.
 */
export async function sendMedia(
  request: IncomingMessage,
  response: ServerResponse,
  { id, variant, isFile }: MediaAddress,
  { caller, store, variants, onFailure }: From,
): Promise<boolean> {
  const media = await caller.findMedia(id);
  if (media === null) return false;
  // A file has one address, and no picture has it.
  if (isFile !== (media.mediaType === 'application/pdf')) return false;
  const digest = media.sha256.slice(0, 32);
  response.setHeader('Cache-Control', 'no-cache');
  // Whatever the bytes are, they are a picture here and never a page; feeds show them elsewhere.
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  // Browsers show PDFs in a viewer outside the page's policy, so the file is downloaded.
  if (isFile) response.setHeader('Content-Disposition', 'attachment');
  if (variant !== null && media.mediaType !== 'image/gif') {
    const etag = `"${digest}-${variant.width}.${variant.format}"`;
    response.setHeader('ETag', etag);
    if (isKnown(request, etag)) return unchanged(response);
    const read = () => readStored(store, media.path);
    const bytes = await variants
      .get({ sha256: media.sha256, read }, variant)
      .catch((error: unknown) => {
        // It would not give the original either.
        response.removeHeader('ETag');
        if (error instanceof StorageError) throw error;
        onFailure(error);
      });
    if (bytes) {
      const type = pictureFormats[variant.format];
      response.writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length });
      response.end(request.method === 'HEAD' ? undefined : bytes);
      return true;
    }
  }
  const file = await store.open(media.path);
  if (file === null) return false;
  const etag = `"${digest}"`;
  response.setHeader('ETag', etag);
  if (isKnown(request, etag)) {
    await file.close();
    return unchanged(response);
  }
  response.writeHead(200, { 'Content-Type': media.mediaType, 'Content-Length': file.size });
  if (request.method === 'HEAD') {
    await file.close();
    response.end();
    return true;
  }
  const stream = file.stream();
  stream.on('error', () => response.destroy());
  response.on('close', () => stream.destroy());
  stream.pipe(response);
  return true;
}

const isKnown = (request: IncomingMessage, etag: string): boolean =>
  request.headers['if-none-match']?.includes(etag) ?? false;

function unchanged(response: ServerResponse): true {
  response.writeHead(304).end();
  return true;
}
