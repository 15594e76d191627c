import { createServer } from 'node:http';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { answerClientErrors } from '@viewpoints/config/client-errors';
import { describeProblem, type ProblemCode } from '@viewpoints/domain/problem';
import { expect, test } from 'vitest';

// The package that answers them knows no other, and so has their words a second time.
test.each<[parserCode: string, code: ProblemCode]>([
  ['HPE_HEADER_OVERFLOW', 'headers_too_large'],
  ['ERR_HTTP_REQUEST_TIMEOUT', 'too_slow'],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', 'too_large'],
])('%s is answered in the words of %s', async (parserCode, code) => {
  const socket = new PassThrough();
  const server = createServer();
  answerClientErrors(server);
  server.emit('clientError', Object.assign(new Error(), { code: parserCode }), socket);
  const [, body = ''] = (await text(socket)).split('\r\n\r\n');
  expect(JSON.parse(body)).toEqual({ type: 'about:blank', ...describeProblem(code, [], null) });
});
