import { permit } from '@viewpoints/api/command';
import type { SignedIn } from '@viewpoints/api/context';
import { uploadDirectory, writeChunk } from '@viewpoints/api/import/uploads/upload-files';
import { uploadProblem } from '@viewpoints/api/import/uploads/upload-problem';
import { notFound, ProblemError } from '@viewpoints/api/problem';
import { findUpload } from '@viewpoints/db/editorial/import-uploads';
import { maxImportFiles, uploadChunkSize } from '@viewpoints/domain/imports/import-options';
import { reason } from '@viewpoints/domain/refusal';
import { Id } from '@viewpoints/domain/values';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Dependencies } from './dependencies.ts';
import { findCallers } from './find-caller.ts';
import type { Limit } from './limits.ts';

const Place = z.object({
  id: Id,
  number: z.coerce
    .number()
    .int()
    .min(0)
    .max(maxImportFiles - 1),
});
const Offset = z.coerce.number().int().min(0);

/**
 * `PUT /imports/uploads/{id}/{number}?offset=` takes a chunk of a file of an import, which goes to the
 * disk as it comes. It answers with how many bytes have arrived; what was broken off is sent again.
 */
export async function uploadRoutes(
  server: FastifyInstance,
  parts: Dependencies,
  limit: Limit,
): Promise<void> {
  await server.register(async (scope) => {
    scope.addHook('onRequest', async ({ headers }) => {
      if (!/^application\/octet-stream(?:;|$)/i.test(headers['content-type'] ?? ''))
        throw new ProblemError('unsupported_type', [
          reason('upload_not_bytes', 'Send the bytes as application/octet-stream.', 'file'),
        ]);
      if (!(Number(headers['content-length']) <= uploadChunkSize)) throw tooLong;
    });
    findCallers(scope, parts, limit);
    scope.removeAllContentTypeParsers();
    // The body stays a stream: it is in no memory as a whole.
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    chunkRoute(scope, parts, limit);
  });
}

const tooLong = new ProblemError('too_large', [
  reason('upload_chunk_too_large', 'Send a file in chunks, each with its length.', 'file', {
    bytes: uploadChunkSize,
  }),
]);

function chunkRoute(scope: FastifyInstance, parts: Dependencies, limit: Limit): void {
  const { editorial, instance } = parts;
  scope.put<{ Params: Record<string, string>; Querystring: Record<string, string> }>(
    '/imports/uploads/:id/:number',
    {
      bodyLimit: uploadChunkSize,
      // Before anything is read: who sends it, and whether they may.
      onRequest: async (request, reply) => {
        assertMayUpload(request.account);
        limit('upload_chunk', request, reply);
      },
    },
    async (request, reply) => {
      const account = assertMayUpload(request.account);
      const place = Place.safeParse(request.params);
      const offset = Offset.safeParse(request.query.offset ?? '0');
      if (!place.success || !offset.success) throw notFound('import');
      const { id, number: index } = place.data;
      const upload = (await findUpload(editorial, id))?.upload;
      const file = upload?.files[index];
      if (upload === undefined || file === undefined || upload.startedBy.id !== account.id)
        throw notFound('import');
      if (upload.state !== 'uploading') throw uploadProblem('upload_arrived');
      const directory = uploadDirectory(instance.uploads.directory, id);
      const bytes = request.raw.iterator({ destroyOnReturn: false });
      try {
        const at = { index, size: file.size, offset: offset.data };
        return await reply.send({ arrived: await writeChunk(directory, at, bytes) });
      } catch (error) {
        // Many clients listen for the answer only once they have sent everything: the rest is dropped.
        request.raw.resume();
        throw error;
      }
    },
  );
}

function assertMayUpload(account: SignedIn | null): SignedIn {
  if (account === null) throw new ProblemError('signed_out');
  permit({ acting: account, fourEyes: true }, 'import_upload.begin');
  return account;
}
