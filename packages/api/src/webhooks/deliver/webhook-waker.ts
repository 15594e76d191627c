import type { EditorialDatabase } from '@viewpoints/db/client';
import { momentOf } from '../../moment.ts';
import { enqueueDueDeliveries } from './enqueue-deliveries.ts';

/**
 * Enqueues what webhooks are sent, each time readers see something else: after the commit, so that
 * publishing does nothing for it. What is called meanwhile is one more time at the end. What is missed here the sweep finds.
 */
export function createWebhookWaker({
  editorial,
  log,
}: {
  editorial: EditorialDatabase;
  log: { warn: (details: object, message: string) => void };
}): () => void {
  let isLooking = false;
  let isWoken = false;
  const look = async () => {
    isLooking = true;
    while (isWoken) {
      isWoken = false;
      try {
        await enqueueDueDeliveries(editorial, await momentOf({ editorial }));
      } catch (error) {
        log.warn({ err: error }, 'webhooks wait for the next sweep');
      }
    }
    isLooking = false;
  };
  return () => {
    isWoken = true;
    if (!isLooking) void look();
  };
}
