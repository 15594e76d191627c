import { PassThrough } from 'node:stream';
import { permit } from '@viewpoints/api/command';
import type { SignedIn } from '@viewpoints/api/context';
import { type ImportedWord, ImportWord, importWord } from '@viewpoints/api/import/word/import-word';
import { assertValidText } from '@viewpoints/api/input/invalid-text';
import { ProblemError, problemOf } from '@viewpoints/api/problem';
import { maxWordFileSize } from '@viewpoints/domain/imports/word-file';
import { describeProblem } from '@viewpoints/domain/problem';
import { reason } from '@viewpoints/domain/refusal';
import { validationReasons } from '@viewpoints/domain/validation/validation-reasons';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Dependencies } from './dependencies.ts';
import { findCallers } from './find-caller.ts';
import type { Limit } from './limits.ts';

/** The content types for Word files; the real type is read from the bytes. */
const wordTypes =
  /^application\/(?:octet-stream|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)(?:;|$)/i;

/** An answer of several lines of JSON: how far it is, and at last what came of it. */
const lines = 'application/x-ndjson';

/** `POST /imports/word` takes the bytes of a Word file and returns the new article. */
export async function wordRoutes(
  server: FastifyInstance,
  parts: Dependencies,
  limit: Limit,
): Promise<void> {
  await server.register(async (scope) => {
    scope.addHook('onRequest', async ({ headers }) => {
      if (!wordTypes.test(headers['content-type'] ?? '')) throw unsupported;
    });
    findCallers(scope, parts, limit);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    importRoute(scope, parts, limit);
  });
}

const unsupported = new ProblemError('unsupported_type', [
  reason('word_not_word', 'Send a Word file (.docx) as application/octet-stream.', 'file'),
]);

function importRoute(scope: FastifyInstance, parts: Dependencies, limit: Limit): void {
  const { editorial, instance, now } = parts;
  scope.post<{ Querystring: Record<string, string> }>(
    '/imports/word',
    {
      bodyLimit: maxWordFileSize,
      // Before up to 50 MB are read: who sends them, and whether they may.
      onRequest: async (request, reply) => {
        assertMayImport(request.account);
        limit('upload', request, reply);
      },
    },
    async (request, reply) => {
      const account = assertMayImport(request.account);
      assertValidText(request.query);
      const input = ImportWord.safeParse(request.query);
      if (!input.success)
        throw new ProblemError('invalid_input', validationReasons(input.error.issues));
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const ctx = { editorial, now, instance, account };
      if (!request.headers.accept?.includes(lines))
        return reply.code(201).send(answerOf(await importWord(ctx, bytes, input.data)));
      const stream = new PassThrough();
      const say = (line: object) => stream.write(`${JSON.stringify(line)}\n`);
      reply.type(lines).header('cache-control', 'no-store').send(stream);
      await importWord(ctx, bytes, input.data, (progress) => say({ progress }))
        .then(
          (imported) => say({ imported: answerOf(imported) }),
          (error: unknown) => say({ problem: problemIn(error, request) }),
        )
        .finally(() => stream.end());
      return reply;
    },
  );
}

const answerOf = ({ article, importId, report, pictures }: ImportedWord) => ({
  articleId: article.id,
  headline: article.headline,
  slug: article.slug,
  save: article.save,
  importId,
  report,
  pictures,
});

/** A problem that is reported after the response has begun, in its usual form. */
function problemIn(error: unknown, request: FastifyRequest) {
  const { code, reasons } = problemOf(error);
  if (code === 'unexpected') request.log.error({ err: error }, 'unexpected error');
  return describeProblem(code, reasons, request.id);
}

function assertMayImport(account: SignedIn | null): SignedIn {
  if (account === null) throw new ProblemError('signed_out');
  permit({ acting: account, fourEyes: true }, 'article.import');
  return account;
}
