import { QueryClient } from '@tanstack/react-query';
import { isNotFound, problemOf, UNREACHABLE } from './problem.ts';

/** Whether asking again may help: the network or the server failed, not the request. */
function mayPass(error: unknown): boolean {
  const { code } = problemOf(error);
  return code === UNREACHABLE || code === 'unavailable' || code === 'unexpected';
}

/**
 * The cache of everything read. Reads that failed for want of a server are tried twice more;
 * writes never by themselves, since nobody knows whether the first arrived.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // Two people work at once: coming back to the window shows what the other did.
        refetchOnWindowFocus: true,
        retry: (count, error) => count < 2 && mayPass(error) && !isNotFound(error),
        retryDelay: (count) => 400 * 2 ** count,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
