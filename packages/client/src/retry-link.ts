import { TRPCClientError, type TRPCLink } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import { observable, observableToPromise } from '@trpc/server/observable';
import { Interrupted } from './problem.ts';
import { retryDelay } from './retry-delay.ts';

export type Persistence = {
  /** Maximum retries of a query, 2 by default. Mutations are sent once. */
  retries?: number | undefined;
  /**
   * Milliseconds that each try may take; 0 for no limit. By default 60,000, and 360,000 for what changes
   * something.
   */
  timeout?: number | undefined;
};

/** The API itself takes five minutes at most for what changes something. */
const defaultTimeouts = { query: 60_000, mutation: 360_000, subscription: 0 };

/**
 * Limits each attempt of a call by a timeout, ends it at once when its signal is aborted, and
 * retries a query after a temporary problem. A mutation is sent once: if only its response was
 * lost, it was carried out. Errors have the type of the call in their `meta`.
 */
export function retryLink({ retries = 2, timeout }: Persistence): TRPCLink<AnyTRPCRouter> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        const ended = new AbortController();
        const end = () => ended.abort(op.signal?.reason);
        if (op.signal?.aborted) end();
        else op.signal?.addEventListener('abort', end, { once: true });
        const attempts = op.type === 'query' ? retries + 1 : 1;
        const send = () =>
          bounded(timeout ?? defaultTimeouts[op.type], ended.signal, (signal) =>
            observableToPromise(next({ ...op, signal })),
          );
        repeat(send, attempts, ended.signal).then(
          (answer) => {
            observer.next(answer);
            observer.complete();
          },
          (error) => observer.error(TRPCClientError.from(error, { meta: { type: op.type } })),
        );
        return () => {
          op.signal?.removeEventListener('abort', end);
          ended.abort();
        };
      });
}

async function repeat<Answer>(
  send: () => Promise<Answer>,
  attempts: number,
  ended: AbortSignal,
): Promise<Answer> {
  for (let tries = 1; ; tries += 1)
    try {
      return await send();
    } catch (error) {
      const delay = tries < attempts ? retryDelay(error, tries) : null;
      if (delay === null) throw error;
      await bounded(0, ended, (signal) => wait(delay, signal));
    }
}

/** Waits; an unfinished timer would prevent a program from ending. */
function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}

/** Interrupts work after `timeout` milliseconds, if not 0, and when `ended` is aborted. */
async function bounded<Answer>(
  timeout: number,
  ended: AbortSignal,
  work: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const interrupted = new AbortController();
  const interrupt = (code: Interrupted['code'], cause?: unknown) =>
    interrupted.abort(TRPCClientError.from(new Interrupted(code, { cause })));
  const end = () => interrupt('cancelled', ended.reason);
  ended.addEventListener('abort', end, { once: true });
  const timer = timeout > 0 ? setTimeout(interrupt, timeout, 'timed_out') : undefined;
  if (ended.aborted) end();
  try {
    return await raceInterruption(interrupted.signal, work);
  } finally {
    clearTimeout(timer);
    ended.removeEventListener('abort', end);
  }
}

/** The result of work, or the reason of the signal as soon as it is aborted. */
function raceInterruption<Answer>(
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const interrupt = () => reject(signal.reason);
    if (signal.aborted) return interrupt();
    signal.addEventListener('abort', interrupt, { once: true });
    work(signal).then(resolve, reject);
  });
}
