import limitTo from 'p-limit';

/** Refuses what more than `maxWaiting` already wait for. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull';
}

/**
 * Runs at most `atOnce` tasks at a time; others wait in order, and beyond `maxWaiting` they are
 * refused, so that no caller can queue work without bound.
 */
export function limitConcurrency({ atOnce, maxWaiting }: { atOnce: number; maxWaiting: number }) {
  const limit = limitTo(atOnce);
  return async function runLimited<T>(work: () => Promise<T>): Promise<T> {
    if (limit.activeCount + limit.pendingCount >= atOnce + maxWaiting) throw new QueueFull();
    return limit(work);
  };
}
