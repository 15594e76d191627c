import { signSiteCall, siteSignatureHeader } from '@viewpoints/config/site-signature';

/** Where the API is, and the secret by which it knows its reading sites. */
export type ApiSource = { apiUrl: string; secret: string };

/**
 * Calls the API in the name of this reading site, for what its role of the database cannot read. Nothing
 * of who asked goes with it: no address, no header of theirs.
 * @throws where the API cannot be reached in so many milliseconds
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
