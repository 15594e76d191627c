import { createViewpoints } from '@viewpoints/client';
import { sessionFetch } from '../session/session-fetch.ts';

/**
 * The admin's own use of the typed client: the API behind this origin, with the session's cookie.
 * Rendering on the server makes no calls through it.
 */
export const viewpoints = createViewpoints({
  url: typeof window === 'undefined' ? 'http://localhost' : window.location.origin,
  session: true,
  fetch: sessionFetch,
  // Screens try again by themselves, and say what they wait for.
  retries: 0,
  timeout: 0,
});
