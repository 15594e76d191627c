import { commentOnPreview } from '@viewpoints/api/preview-links/comment-on-preview';
import {
  CommentOnPreview,
  ShowSharedPreview,
} from '@viewpoints/api/preview-links/preview-link-inputs';
import { showSharedPreview } from '@viewpoints/api/preview-links/show-shared-preview';
import { ProblemError } from '@viewpoints/api/problem';
import type { FastifyInstance } from 'fastify';
import type { Dependencies } from './dependencies.ts';
import { readSiteCall } from './site-calls.ts';

/** Calls of the reading site for a person who opened the link to a preview. */
export function sharedPreviewRoutes(server: FastifyInstance, parts: Dependencies): void {
  const { editorial, reader, instance, now, secret } = parts;
  server.post('/internal/shared-preview', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const { token } = readSiteCall(request, ShowSharedPreview, secret);
    const { readerUrl } = instance;
    const shown = await showSharedPreview({ editorial, reader, readerUrl, now }, token);
    if (shown === null) throw new ProblemError('link_expired');
    return reply.send(shown);
  });
  server.post('/internal/shared-preview/comment', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const call = readSiteCall(request, CommentOnPreview, secret);
    await commentOnPreview({ editorial, instance, now }, call);
    return reply.send({});
  });
}
