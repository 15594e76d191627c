import { PreviewCall } from '@viewpoints/api/preview/preview-inputs';
import { redeemPreview } from '@viewpoints/api/preview/redeem-preview';
import { ProblemError } from '@viewpoints/api/problem';
import { isSignedPreviewCall, previewSignatureHeader } from '@viewpoints/config/preview-signature';
import type { FastifyInstance } from 'fastify';
import type { Dependencies } from './dependencies.ts';

/**
 * `POST /internal/preview` hands the reading site what a pass shows. The call has to be signed with the
 * journal's secret; any other is answered as one for a pass that there is not.
 */
export function previewRoutes(server: FastifyInstance, parts: Dependencies): void {
  const { editorial, reader, instance, now, secret } = parts;
  server.post('/internal/preview', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const call = PreviewCall.safeParse(request.body);
    const signature = request.headers[previewSignatureHeader];
    if (
      !call.success ||
      typeof signature !== 'string' ||
      !isSignedPreviewCall(secret, call.data.pass, signature)
    )
      throw new ProblemError('link_expired');
    const { readerUrl } = instance;
    const found = await redeemPreview({ editorial, reader, readerUrl, now }, call.data.pass);
    if (found === null) throw new ProblemError('link_expired');
    return reply.send(found);
  });
}
