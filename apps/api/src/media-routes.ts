import { permit } from '@viewpoints/api/command';
import type { SignedIn } from '@viewpoints/api/context';
import { assertValidText } from '@viewpoints/api/input/invalid-text';
import { refusedFile } from '@viewpoints/api/media/picture-problem';
import { UploadMedia, uploadMediaWithReport } from '@viewpoints/api/media/upload-media';
import { isMediaVisible } from '@viewpoints/api/media/visible-media';
import { notFound, ProblemError } from '@viewpoints/api/problem';
import type { EditorialDatabase } from '@viewpoints/db/client';
import { findMediaFile } from '@viewpoints/db/editorial/media';
import { can } from '@viewpoints/domain/accounts/permissions';
import { maxPictureSize } from '@viewpoints/domain/media/check-picture-file';
import { validationReasons } from '@viewpoints/domain/validation/validation-reasons';
import { Id } from '@viewpoints/domain/values';
import { findPublishedMedia } from '@viewpoints/published/query/media';
import type { FastifyInstance } from 'fastify';
import type { CallLimit } from './call-limit.ts';
import type { Dependencies } from './dependencies.ts';
import { findCallers } from './find-caller.ts';
import type { Limit } from './limits.ts';

/** The content types for uploads; the real type is read from the bytes. */
const pictureTypes = /^(?:image\/[a-z0-9.+-]+|application\/pdf|application\/octet-stream)(?:;|$)/i;

/** `POST /media` takes a picture's bytes as they are; `GET /media/{id}` gives them back. */
export async function mediaRoutes(
  server: FastifyInstance,
  parts: Dependencies,
  limits: { limit: Limit; limitCalls: CallLimit },
): Promise<void> {
  await server.register(async (scope) => {
    scope.addHook('onRequest', async ({ method, headers }) => {
      if (method === 'POST' && !pictureTypes.test(headers['content-type'] ?? ''))
        throw refusedFile();
    });
    findCallers(scope, parts, limits.limit);
    routesIn(scope, parts, limits);
  });
}

function routesIn(
  scope: FastifyInstance,
  parts: Dependencies,
  { limit, limitCalls }: { limit: Limit; limitCalls: CallLimit },
): void {
  const { editorial, reader, instance, now } = parts;
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  scope.post<{ Querystring: Record<string, string> }>(
    '/media',
    {
      bodyLimit: maxPictureSize,
      // Before up to 20 MB are read: who sends them, and whether they may.
      onRequest: async (request, reply) => {
        assertMayUpload(request.account);
        limit('upload', request, reply);
      },
    },
    async (request, reply) => {
      const account = assertMayUpload(request.account);
      assertValidText(request.query);
      const described = UploadMedia.safeParse({
        fileName: request.query.fileName ?? request.query.name,
        alt: request.query.alt,
        credit: request.query.credit,
      });
      if (!described.success)
        throw new ProblemError('invalid_input', validationReasons(described.error.issues));
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      return reply
        .code(201)
        .send(
          await uploadMediaWithReport({ editorial, now, instance, account }, bytes, described.data),
        );
    },
  );

  scope.get<{ Params: { id: string } }>('/media/:id', async (request, reply) => {
    const id = Id.safeParse(request.params.id);
    if (!id.success) throw notFound('picture');
    const { account } = request;
    if (account === null) limitCalls(request, reply, 1);
    const shown = await findPublishedMedia(reader, id.data);
    const isEditor = account !== null && can(account, 'media.view', null, { fourEyes: true }).ok;
    const media = shown ?? (isEditor ? await findVisibleFile(editorial, account, id.data) : null);
    const file = media && (await instance.media.open(media.path));
    if (!media || !file) throw notFound('picture');
    const etag = `"${media.sha256.slice(0, 32)}"`;
    reply
      .header('etag', etag)
      // A response to a signed-in user may carry their renewed cookie: no cache may store that.
      .header(
        'cache-control',
        shown === null || account !== null ? 'private, no-cache' : 'no-cache',
      )
      // Whatever the bytes are, they are a picture here and never a page.
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    if (request.headers['if-none-match']?.includes(etag)) {
      await file.close();
      return reply.code(304).send();
    }
    // Browsers show PDFs in a viewer outside the page's policy, so the file is downloaded.
    if (media.mediaType === 'application/pdf') reply.header('content-disposition', 'attachment');
    return reply.type(media.mediaType).header('content-length', file.size).send(file.stream());
  });
}

/** A file of the library that readers do not have and that this account may open. */
async function findVisibleFile(editorial: EditorialDatabase, acting: SignedIn, id: string) {
  const media = await findMediaFile(editorial, id);
  const isFile = media?.mediaType === 'application/pdf';
  return (await isMediaVisible(editorial, acting, { id, isFile })) ? media : null;
}

function assertMayUpload(account: SignedIn | null): SignedIn {
  if (account === null) throw new ProblemError('signed_out');
  permit({ acting: account, fourEyes: true }, 'media.upload');
  return account;
}
