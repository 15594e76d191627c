import { signSiteCall, siteSignatureHeader } from '@viewpoints/config/site-signature';

/** The API's address, and the secret that authenticates its reading sites. */
export type ApiSource = { apiUrl: string; secret: string };

/**
 * Calls the API as this reading site, for what its database role cannot read. Nothing about the
 * reader is passed on: no address, no headers.
 * @throws if the API cannot be reached in so many milliseconds
 */
export const callApi = (
  { apiUrl, secret }: ApiSource,
  path: string,
  body: object,
  timeout: number,
): Promise<Response> =>
  fetch(`${apiUrl}${path}`, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
    headers: {
      'content-type': 'application/json',
      [siteSignatureHeader]: signSiteCall(secret, { path, body }),
    },
    body: JSON.stringify(body),
  });
