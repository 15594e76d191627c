/** Refuses what more than `maxWaiting` already wait for. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull';
}

/**
 * Lets `atOnce` pieces of work run and the others wait, in order; past `maxWaiting` they are
 * refused, so that whoever asks for everything at once cannot pile up work without bound.
 */
export function limitConcurrency(options: { atOnce: number; maxWaiting: number }) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async function runLimited<T>(work: () => Promise<T>): Promise<T> {
    if (running >= options.atOnce) {
      if (waiting.length >= options.maxWaiting) throw new QueueFull();
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
