import { AddressNotAllowed } from './guarded-fetch.ts';

/** What name servers answer of a name that nobody has, or that has no address. */
const nowhere = new Set<string | undefined>(['ENOTFOUND', 'ENODATA']);

/** An error with the errors that it came from. */
export function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error && causes.length < 5; cause = cause.cause)
    causes.push(cause);
  return causes;
}

/**
 * Whether an address leads nowhere on the public internet. A private address is like a name that
 * nobody has: which names a network knows is nobody's to find out.
 */
export const isNowhere = (error: unknown): boolean =>
  causesOf(error).some(
    (cause) =>
      cause instanceof AddressNotAllowed || nowhere.has((cause as NodeJS.ErrnoException).code),
  );
