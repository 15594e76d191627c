import { inTransaction } from '@viewpoints/db/client';
import type { JournalRow } from '@viewpoints/db/editorial/journal';
import {
  findNumberBefore,
  insertMailing,
  lockMailingCursor,
  moveMailingCursor,
} from '@viewpoints/db/editorial/mailings';
import { lastDigestTime } from '@viewpoints/domain/subscriptions/digest-time';
import { Cadence } from '@viewpoints/domain/subscriptions/subject';
import type { JobContext } from '../../jobs/job-context.ts';

const minute = 60_000;

/**
 * Begins what is due: of alerts whatever became visible and has been for as long as they wait, of digests
 * the same since the one before, at their hour. How far a cadence has come moves with it, so that each
 * entry of the log is in one mailing of each.
 */
export async function beginMailings(
  { editorial }: JobContext,
  journal: JournalRow,
  now: Date,
): Promise<void> {
  const moment = new Date(now.getTime() - journal.alertDelay * minute);
  for (const cadence of Cadence.options)
    await inTransaction(editorial, async (tx) => {
      const { number: after, at } = await lockMailingCursor(tx, { cadence, now });
      if (cadence !== 'at_once') {
        const due = lastDigestTime(now, {
          ...{ cadence, hour: journal.digestHour, timeZone: journal.timeZone },
        });
        if (due === null || due <= at) return;
      }
      const upto = await findNumberBefore(tx, { after, moment });
      if (upto !== null) await insertMailing(tx, { cadence, after, upto, createdAt: now });
      if (upto !== null || cadence !== 'at_once')
        await moveMailingCursor(tx, { cadence, number: upto ?? after, at: now });
    });
}
