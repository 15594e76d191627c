import type { WrittenUpdate } from '@viewpoints/api/working-copy/store-updates';

type Waiting<Stored> = WrittenUpdate & {
  resolve: (stored: Stored) => void;
  reject: (error: unknown) => void;
};

/** Most changes in one transaction. */
const maxBatchSize = 50;

/**
 * Stores changes of each article in their order, one transaction at a time. What comes in while one
 * is under way goes together with the next, so that many who write do not wait for one another.
 * @param store returns the result of each change, in their order
 * @returns stores a change; resolves once its transaction has committed, and rejects with why it is not stored
 */
export function createWriteQueue<Stored>(
  store: (articleId: string, updates: readonly WrittenUpdate[]) => Promise<readonly Stored[]>,
): (articleId: string, update: WrittenUpdate) => Promise<Stored> {
  const queues = new Map<string, Waiting<Stored>[]>();

  const storeAll = async (articleId: string, writes: readonly Waiting<Stored>[]): Promise<void> => {
    try {
      const stored = await store(articleId, writes);
      for (const [index, { resolve, reject }] of writes.entries()) {
        const own = stored[index];
        if (own === undefined) reject(new Error('a change was stored without an answer'));
        else resolve(own);
      }
    } catch (error) {
      // One that is refused must not take the others along.
      if (writes.length > 1) for (const write of writes) await storeAll(articleId, [write]);
      else for (const { reject } of writes) reject(error);
    }
  };
  const work = async (articleId: string, queue: Waiting<Stored>[]): Promise<void> => {
    while (queue.length > 0) await storeAll(articleId, queue.splice(0, maxBatchSize));
    queues.delete(articleId);
  };
  return (articleId, update) =>
    new Promise((resolve, reject) => {
      const write = { ...update, resolve, reject };
      const queue = queues.get(articleId);
      if (queue !== undefined) {
        queue.push(write);
        return;
      }
      const begun = [write];
      queues.set(articleId, begun);
      void work(articleId, begun);
    });
}
