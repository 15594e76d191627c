import { QueryClient } from '@tanstack/react-query';
import { isNotFound, problemOf, UNREACHABLE } from './problem.ts';

/** Whether a retry may help: the network or the server failed, not the request. */
function mayPass(error: unknown): boolean {
  const { code } = problemOf(error);
  return code === UNREACHABLE || code === 'unavailable' || code === 'unexpected';
}

/**
 * The cache of all reads. Reads that failed because the server was down are retried twice; writes
 * never, since the first may have arrived.
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
