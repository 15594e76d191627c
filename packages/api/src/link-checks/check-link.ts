import type { LinkOutcome } from '@viewpoints/domain/link-checks/link-outcome';
import { AddressNotAllowed, type createGuardedFetch } from '../outgoing/guarded-fetch.ts';

/** How long one address may take with its redirects, in milliseconds. */
const timeout = 15_000;

/** What name servers answer of a name that nobody has, or that has no address. */
const nowhere = new Set<string | undefined>(['ENOTFOUND', 'ENODATA']);

/**
 * Whether a link leads somewhere. What may be so for a moment only, or to programs only, is
 * `unclear`: a server that is down, asks for a name, or lets no program in. A private address is
 * like a name that nobody has: which names a network knows is nobody's to find out.
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
    const causes = causesOf(error);
    const isNowhere = causes.some(
      (cause) =>
        cause instanceof AddressNotAllowed || nowhere.has((cause as NodeJS.ErrnoException).code),
    );
    return isNowhere ? 'no_site' : 'unclear';
  }
}

/** An error with the errors that it came from. */
function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error && causes.length < 5; cause = cause.cause)
    causes.push(cause);
  return causes;
}
