import type { FileHandle } from 'node:fs/promises';
import { requireFit } from '@viewpoints/api/fit-strings';
import { openMediaFile } from '@viewpoints/api/media/media-files';
import { maxPictureSize, UploadMedia, uploadMedia } from '@viewpoints/api/media/upload-media';
import { notFound, ProblemError } from '@viewpoints/api/problem';
import { findMediaFile } from '@viewpoints/db/editorial/media';
import { findPublishedMedia } from '@viewpoints/db/published/media';
import { can } from '@viewpoints/domain/accounts/permissions';
import { Id } from '@viewpoints/domain/values';
import type { FastifyInstance } from 'fastify';
import type { CallLimit } from './call-limit.ts';
import type { Limit } from './limits.ts';
import type { Parts } from './parts.ts';
import { whoCalls } from './who-calls.ts';

/** `POST /media` takes a picture's bytes as they are; `GET /media/{id}` gives them back. */
export function mediaRoutes(
  server: FastifyInstance,
  parts: Parts,
  { limit, limitCalls }: { limit: Limit; limitCalls: CallLimit },
): void {
  const { editorial, reader, instance, now } = parts;
  const types = /^(?:image\/[a-z0-9.+-]+|application\/octet-stream)$/;
  server.addContentTypeParser(
    types,
    { parseAs: 'buffer', bodyLimit: maxPictureSize },
    (_request, body, done) => done(null, body),
  );

  server.post<{ Querystring: Record<string, string> }>(
    '/media',
    { bodyLimit: maxPictureSize },
    async (request, reply) => {
      await limit('upload', request, reply);
      const account = await whoCalls(parts, limit, request, reply);
      if (account === null) throw new ProblemError('signed_out');
      requireFit(request.query);
      const described = UploadMedia.parse({
        fileName: request.query.fileName ?? request.query.name,
        alt: request.query.alt,
        credit: request.query.credit,
      });
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      return reply
        .code(201)
        .send(await uploadMedia({ editorial, now, instance, account }, bytes, described));
    },
  );

  server.get<{ Params: { id: string } }>('/media/:id', async (request, reply) => {
    const id = Id.safeParse(request.params.id);
    if (!id.success) throw notFound('picture');
    const account = await whoCalls(parts, limit, request, reply);
    if (account === null) limitCalls(request, reply, 1);
    const shown = await findPublishedMedia(reader, id.data);
    const isEditor = account !== null && can(account, 'media.view', null, { fourEyes: true }).ok;
    const media = shown ?? (isEditor ? await findMediaFile(editorial, id.data) : null);
    const file = media && (await openMediaFile(instance.mediaDirectory, media.path));
    if (!media || !file) throw notFound('picture');
    const etag = `"${media.sha256.slice(0, 32)}"`;
    reply
      .header('etag', etag)
      // An answer to somebody signed in may carry their cookie on: no cache may hold that.
      .header(
        'cache-control',
        shown === null || account !== null ? 'private, no-cache' : 'no-cache',
      )
      // Whatever the bytes are, they are a picture here and never a page.
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    if (request.headers['if-none-match']?.includes(etag)) {
      await file.close();
      return reply.code(304).send();
    }
    return reply
      .type(media.mediaType)
      .header('content-length', media.byteSize)
      .send(streamOf(file));
  });
}

/** Closes the file whether it was read to its end or not. */
const streamOf = (file: FileHandle) => file.createReadStream({ autoClose: true });
