import { PreviewCall } from '@viewpoints/api/preview/preview-inputs';
import { redeemPreview } from '@viewpoints/api/preview/redeem-preview';
import { ProblemError } from '@viewpoints/api/problem';
import type { FastifyInstance } from 'fastify';
import type { Dependencies } from './dependencies.ts';
import { readSiteCall } from './site-calls.ts';

/** `POST /internal/preview` returns to the reading site what a pass shows. */
export function previewRoutes(server: FastifyInstance, parts: Dependencies): void {
  const { editorial, reader, instance, now, secret } = parts;
  server.post('/internal/preview', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const { pass } = readSiteCall(request, PreviewCall, secret);
    const { readerUrl } = instance;
    const found = await redeemPreview({ editorial, reader, readerUrl, now }, pass);
    if (found === null) throw new ProblemError('link_expired');
    return reply.send(found);
  });
}
