import { answerRead, type ReadAddress } from '@viewpoints/api/http/answer-read';
import { describeApi } from '@viewpoints/api/http/openapi-document';
import { type PublicRead, publicReads } from '@viewpoints/api/http/public-reads';
import { ProblemError, problemOf } from '@viewpoints/api/problem';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allowAnyOrigin } from '../any-origin.ts';
import type { CallLimit } from '../call-limit.ts';
import type { Dependencies } from '../dependencies.ts';
import { docsPage, docsPolicy } from '../docs-page/docs-page.ts';
import { sendProblem } from '../problem-replies.ts';
import { sendTagged } from './content-tag.ts';
import type { CountCall } from './count-call.ts';

type ReadRequest = FastifyRequest<{
  Params: ReadAddress['path'];
  Querystring: ReadAddress['query'];
}>;

/**
 * Public reads over plain HTTP under `/v1`, with their descriptions for programs (`/openapi.json`) and for
 * people (`/docs`). Answers are the same for everybody: cookies are ignored, and a token only lifts the
 * limit of calls.
 */
export function publicReadRoutes(
  server: FastifyInstance,
  parts: Dependencies,
  { limitCalls, countCall }: { limitCalls: CallLimit; countCall: CountCall },
): void {
  allowOtherOrigins(server);
  for (const read of publicReads)
    addRoute(server, read.path.replaceAll(/\{(\w+)\}/g, ':$1'), (request, reply) =>
      sendRead(read, parts, countCall, { request, reply }),
    );
  descriptionRoutes(server, parts, limitCalls);
}

/** The descriptions of the API. They are made when the first is asked for: that takes longer than all routes. */
function descriptionRoutes(
  server: FastifyInstance,
  { instance }: Dependencies,
  limitCalls: CallLimit,
): void {
  const described = once(() => {
    const document = describeApi(instance.apiUrl);
    return { document, text: JSON.stringify(document), page: docsPage(document, '') };
  });
  addRoute(server, '/openapi.json', (request, reply) => {
    limitCalls(request, reply, 1);
    const { text: body } = described();
    return sendTagged(request, reply, { type: 'application/json; charset=utf-8', body });
  });
  server.get<{ Querystring: ReadAddress['query'] }>('/docs', (request, reply) => {
    limitCalls(request, reply, 1);
    const [search = ''] = [request.query.q ?? []].flat();
    reply.header('content-security-policy', docsPolicy);
    const { document, page } = described();
    const body = search.trim() === '' ? page : docsPage(document, search);
    return sendTagged(request, reply, { type: 'text/html; charset=utf-8', body });
  });
}

/** Makes something when it is first asked for, and keeps it. */
function once<Made>(make: () => Made): () => Made {
  let made: { value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

type Handler = (request: ReadRequest, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>;

/** Answers GET, HEAD, and the preflight request of a browser for a page of another site. */
function addRoute(server: FastifyInstance, url: string, handler: Handler): void {
  server.get<{ Params: ReadAddress['path']; Querystring: ReadAddress['query'] }>(url, handler);
  server.options(url, (_request, reply) =>
    reply
      .code(204)
      .header('access-control-allow-methods', 'GET, HEAD')
      .header('access-control-allow-headers', 'If-None-Match')
      .header('access-control-max-age', '86400')
      .send(),
  );
}

async function sendRead(
  read: PublicRead,
  parts: Dependencies,
  countCall: CountCall,
  { request, reply }: { request: ReadRequest; reply: FastifyReply },
): Promise<FastifyReply> {
  const { id: requestId, params: path, query } = request;
  await countCall(request, reply);
  try {
    const { reader, log } = parts;
    const answer = await answerRead(read, { reader, requestId, log }, { path, query });
    const body = JSON.stringify(answer);
    return sendTagged(request, reply, { type: 'application/json; charset=utf-8', body });
  } catch (error) {
    // Unexpected errors were logged where they were thrown.
    const { code, reasons } = problemOf(error);
    return sendProblem(reply, new ProblemError(code, reasons));
  }
}

/**
 * Lets pages of any site read what is public, problems included, without credentials. What editors do is
 * not for pages of other sites.
 */
function allowOtherOrigins(server: FastifyInstance): void {
  server.addHook('onRequest', async ({ url }, reply) => {
    if (/^\/(?:v1\/(?!editor(?:[/?]|$))|openapi\.json(?:\?|$))/.test(url)) allowAnyOrigin(reply);
  });
}
