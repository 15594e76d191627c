import limitTo from 'p-limit';

/** Refuses what more than `maxWaiting` already wait for. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull';
}

/**
 * Lets `atOnce` pieces of work run and the others wait, in order; past `maxWaiting` they are
 * refused, so that whoever asks for everything at once cannot pile up work without bound.
 */
export function limitConcurrency({ atOnce, maxWaiting }: { atOnce: number; maxWaiting: number }) {
  const limit = limitTo(atOnce);
  return async function runLimited<T>(work: () => Promise<T>): Promise<T> {
    if (limit.activeCount + limit.pendingCount >= atOnce + maxWaiting) throw new QueueFull();
    return limit(work);
  };
}
