import { getJournal } from '@viewpoints/db/editorial/journal';
import type { MailingRow } from '@viewpoints/db/editorial/mailings';
import type { JobContext } from '../../jobs/job-context.ts';
import { momentOf } from '../../moment.ts';
import type { SubscriptionParts } from '../subscription-context.ts';
import { composeMessage, newsFor } from './compose-message.ts';
import { readNews } from './read-news.ts';
import type { SentContent } from './send-batch.ts';

/** What a mailing of the log sends: read before each claim, and once more after it. */
export function logContent(
  context: JobContext,
  { reader, keys }: SubscriptionParts,
  mailing: MailingRow,
): SentContent {
  const { editorial, instance } = context;
  const read = () => readNews({ editorial, reader }, mailing);
  return {
    subjects: async () => [...new Set((await read()).flatMap((each) => [...each.subjects]))],
    read: async () => {
      const news = await read();
      const setting = {
        ...{ cadence: mailing.cadence, journal: await getJournal(editorial) },
        ...{ now: await momentOf(context), readerUrl: instance?.readerUrl ?? '' },
      };
      return ({ id, language, subscriptions }, recipient) =>
        composeMessage(
          newsFor(news, subscriptions),
          { recipient, language, token: keys.tokenOf(id) },
          setting,
        );
    },
    ended: async () => {},
  };
}
