import type { LinkOutcome } from '@viewpoints/domain/link-checks/link-outcome';
import { isNowhere } from '../outgoing/failure-causes.ts';
import type { createGuardedFetch } from '../outgoing/guarded-fetch.ts';

/** How long one address may take with its redirects, in milliseconds. */
const timeout = 15_000;

/**
 * Whether a link works. Failures that may be temporary, or only for programs, are `unclear`: a
 * server that is down, requires a sign-in, or blocks programs. A private address is reported like
 * an unknown name: it must not be possible to find out which names a network has.
 */
export async function checkLink(
  { ask }: Pick<ReturnType<typeof createGuardedFetch>, 'ask'>,
  href: string,
): Promise<LinkOutcome> {
  const signal = AbortSignal.timeout(timeout);
  try {
    const first = await ask(href, { method: 'HEAD', signal });
    // Many servers answer a HEAD as no browser would see it.
    const { status } = first.status < 400 ? first : await ask(href, { method: 'GET', signal });
    if (status < 400) return 'works';
    return status === 404 || status === 410 ? 'not_found' : 'unclear';
  } catch (error) {
    return isNowhere(error) ? 'no_site' : 'unclear';
  }
}
