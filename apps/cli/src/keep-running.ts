import { Failure, wordsOf } from './failure.ts';
import type { Site } from './site.ts';

/** A site that ends by itself is started again, so many times within a minute. */
const restartsPerMinute = 3;

/**
 * Keeps one site running, whatever ends it. Resolves, with the reason, when that is hopeless.
 * @param start starts it anew
 * @param over set when all is to end
 * @param nextChange resolves at the next change of the sources; null where they do not change
 */
export async function keepRunning(
  first: Site,
  start: () => Promise<Site>,
  over: AbortSignal,
  nextChange: (() => Promise<void>) | null,
): Promise<Error> {
  const restarts: number[] = [];
  for (let site = first; ; ) {
    const status = await site.ended;
    if (over.aborted) return new Promise(() => {});
    if (!site.stopped()) {
      const now = Date.now();
      while (restarts[0] !== undefined && now - restarts[0] > 60_000) restarts.shift();
      if (restarts.length >= restartsPerMinute && nextChange === null) {
        return new Failure(
          `The ${site.name} keeps ending by itself (${status}); see what it printed above.`,
        );
      }
      restarts.push(now);
      console.error(`The ${site.name} ended by itself (${status}); starting it again.`);
    }
    const started = await start().catch((error: unknown) => new Error(wordsOf(error)));
    if (!(started instanceof Error)) {
      site = started;
    } else if (nextChange === null) {
      return new Failure(started.message);
    } else {
      console.error(`${started.message}\nWaiting for a change …`);
      await nextChange();
    }
  }
}
