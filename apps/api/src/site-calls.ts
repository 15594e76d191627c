import { ProblemError } from '@viewpoints/api/problem';
import { isSignedSiteCall, siteSignatureHeader } from '@viewpoints/config/site-signature';
import type { FastifyRequest } from 'fastify';

/**
 * Reads a call that the reading site makes to the API. The call has to be signed with the journal's secret;
 * any other is answered as one for a pass or link that does not exist.
 */
export function readSiteCall<Call>(
  request: FastifyRequest,
  schema: { safeParse: (body: unknown) => { success: true; data: Call } | { success: false } },
  secret: string,
): Call {
  const { url: path, body, headers } = request;
  const call = schema.safeParse(body);
  if (!call.success || !isSignedSiteCall(secret, { path, body }, headers[siteSignatureHeader]))
    throw new ProblemError('link_expired');
  return call.data;
}
