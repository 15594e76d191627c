import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, join } from 'node:path';
import type { ReaderCaller } from '@viewpoints/api/reader-caller';
import { Id } from '@viewpoints/domain/values';

/** The id in `/media/{id}`; null for any other path. */
export function mediaIdOf(path: string): string | null {
  const id = /^\/media\/([^/]+)$/.exec(path)?.[1];
  return id !== undefined && Id.safeParse(id).success ? id : null;
}

/**
 * Sends a picture that a visible article shows; false where there is none. The database is asked
 * each time, so that a picture goes with the article that showed it; the bytes a browser has are
 * not sent again.
 */
export async function sendMedia(
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
  from: { caller: Pick<ReaderCaller, 'findMedia'>; directory: string },
): Promise<boolean> {
  const media = await from.caller.findMedia(id);
  if (media === null) return false;
  const file = await open(join(from.directory, basename(media.path))).catch(() => null);
  if (file === null) return false;
  const etag = `"${media.sha256.slice(0, 32)}"`;
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('ETag', etag);
  // Whatever the bytes are, they are a picture here and never a page.
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  if (request.headers['if-none-match']?.includes(etag)) {
    await file.close();
    response.writeHead(304).end();
    return true;
  }
  response.writeHead(200, { 'Content-Type': media.mediaType, 'Content-Length': media.byteSize });
  if (request.method === 'HEAD') {
    await file.close();
    response.end();
    return true;
  }
  const stream = createReadStream('', { fd: file });
  stream.on('error', () => response.destroy());
  response.on('close', () => stream.destroy());
  stream.pipe(response);
  return true;
}
