import { problemOf, UNREACHABLE } from '../../data/problem.ts';

/** Problems after which a save is retried automatically, and the messages meanwhile. */
const passing: Record<string, string> = {
  [UNREACHABLE]: 'The server does not answer',
  unavailable: 'The server does not answer',
  unexpected: 'The server has made a mistake',
  too_many_requests: 'The server is busy',
};

/** Whether a failed save may succeed if it is retried unchanged. */
export const mayPass = (error: unknown): boolean => problemOf(error).code in passing;

/** Why a save waits, in few words: without a network the server is not to blame. */
export function whyWaiting(error: unknown, online: boolean): string {
  const { code } = problemOf(error);
  return code === UNREACHABLE && !online ? 'Offline' : (passing[code] ?? 'Not saved yet');
}
