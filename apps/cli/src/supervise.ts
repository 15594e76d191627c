import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from './failure.ts';

/** A part of the product that runs by itself: a program, or the database. */
export type Part = {
  /** Resolves when it has ended, with a sentence about how. */
  ended: Promise<unknown>;
  /** Whether a stop was requested, so that its end is expected. */
  stopped?: () => boolean;
};

/** Milliseconds before a part is started again: doubled with each failure, up to the longest. */
const shortest = 1_000;
const maxPause = 30_000;
/** A part that has run for so long has recovered, and its next end counts as the first. */
const recovered = 60_000;

/** How long to wait before a part is started again that has failed so often in a row. */
export const pauseAfter = (failures: number): number =>
  Math.min(shortest * 2 ** Math.max(failures - 1, 0), maxPause);

export type SuperviseOptions<Running extends Part> = {
  name: string;
  /** Restarts it; resolves once it works. */
  start: () => Promise<Running>;
  /** Aborted when all is to end. */
  signal: AbortSignal;
  say: (sentence: string) => void;
  /** Resolves at the next change of the sources; null if they do not change. */
  nextChange?: (() => Promise<void>) | null;
  /** Called with each process that was started to replace one that ended. */
  onStarted?: (running: Running) => void;
};

/**
 * Runs one part for as long as the product runs. However often it ends or cannot be started, it is
 * restarted, after a growing pause; other parts are not affected. Resolves once `signal` is aborted
 * and no start is under way any more.
 */
export async function supervise<Running extends Part>(
  first: Running,
  { name, start, signal, say, nextChange = null, onStarted }: SuperviseOptions<Running>,
): Promise<void> {
  const over = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const pause = (milliseconds: number) =>
    sleep(milliseconds, undefined, { signal }).catch(() => {});
  let running: Running | null = first;
  let failures = 0;
  let since = performance.now();
  while (!signal.aborted) {
    if (running !== null) {
      const reason = await Promise.race([running.ended, over]);
      if (signal.aborted) return;
      if (performance.now() - since > recovered) failures = 0;
      if (!(running.stopped?.() ?? false)) {
        failures += 1;
        say(
          reason instanceof Error
            ? `${messageOf(reason)} It is started again${after(failures)}.`
            : `${name} ended by itself (${reason}). It is started again${after(failures)}.`,
        );
        await pause(pauseAfter(failures));
      }
    }
    if (signal.aborted) return;
    try {
      running = await start();
      since = performance.now();
      onStarted?.(running);
    } catch (error) {
      if (signal.aborted) return;
      running = null;
      failures += 1;
      if (nextChange !== null) {
        say(`${messageOf(error)}\nWaiting for a change …`);
        await Promise.race([nextChange(), over]);
      } else {
        say(
          `${messageOf(error)}\n${name} could not be started again. It is tried again${after(failures)}.`,
        );
        await pause(pauseAfter(failures));
      }
    }
  }
}

const after = (failures: number) => ` in ${pauseAfter(failures) / 1000} s`;
