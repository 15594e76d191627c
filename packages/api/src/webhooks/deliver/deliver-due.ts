import { listDueWebhooks } from '@viewpoints/db/editorial/webhooks';
import type { JobContext } from '../../jobs/job-context.ts';
import { momentOf } from '../../moment.ts';
import { createGuardedFetch } from '../../outgoing/guarded-fetch.ts';
import { deliverToWebhook } from './deliver-to-webhook.ts';
import { enqueueNextDeliveries } from './enqueue-deliveries.ts';

/** How long one run takes, in milliseconds, before other jobs have their turn. */
const maxRunTime = 30_000;

/** How long a webhook that has something waiting, and could not be sent it, is left alone, in milliseconds. */
const pauseAfterNothing = 5_000;

/** The same after an error of ours, such as an entry that this version cannot read. */
const pauseAfterError = 60_000;

/**
 * Sends what is due to all webhooks, each by itself, so that one which hangs holds up no other. A
 * process has one run at a time: more would keep its workers from publishing. A job that comes while it
 * is under way has it look again.
 */
export function createDeliveries(context: JobContext): () => Promise<void> {
  const { editorial, webhooks } = context;
  const reach = context.instance?.externalServices?.webhooks;
  let isRunning = false;
  let isWoken = false;
  let wake = () => {};
  const lookAgain = () => {
    isWoken = true;
    wake();
  };

  return async () => {
    if (webhooks === undefined || reach === undefined) return;
    lookAgain();
    if (isRunning) return;
    isRunning = true;
    const guarded = createGuardedFetch(reach);
    const until = performance.now() + maxRunTime;
    const isOver = () => performance.now() > until;
    const working = new Map<string, Promise<void>>();
    const idle = new Set<string>();
    let hasFailed = false;
    const begin = async (id: string) => {
      try {
        const parts = { ...webhooks, editorial, guarded, now: context.now };
        if (!(await deliverToWebhook(parts, id, isOver))) idle.add(id);
      } catch (error) {
        hasFailed = true;
        webhooks.log.error({ err: error, webhook: id }, 'a webhook could not be sent to');
        idle.add(id);
      }
      working.delete(id);
      lookAgain();
    };
    try {
      while (isWoken) {
        isWoken = false;
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        const due = isOver() ? [] : await listDueWebhooks(editorial, await momentOf(context));
        for (const id of due) if (!working.has(id) && !idle.has(id)) working.set(id, begin(id));
        if (working.size > 0) await woken;
        else if (!isWoken) {
          const now = await momentOf(context);
          const wait = hasFailed ? pauseAfterError : idle.size === 0 ? 0 : pauseAfterNothing;
          const earliest = new Date(now.getTime() + wait);
          await enqueueNextDeliveries(editorial, { now, earliest });
        }
      }
    } finally {
      isRunning = false;
      await Promise.all(working.values());
      await guarded.close();
    }
  };
}
