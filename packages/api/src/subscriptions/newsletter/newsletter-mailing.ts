import { inTransaction } from '@viewpoints/db/client';
import { getJournal } from '@viewpoints/db/editorial/journal';
import type { NewsletterMailing } from '@viewpoints/db/editorial/newsletter-mailings';
import { findNewsletter, updateNewsletter } from '@viewpoints/db/editorial/newsletters';
import { whyNothingPublic } from '@viewpoints/domain/newsletters/newsletter-workflow';
import { subjectKey } from '@viewpoints/domain/subscriptions/subject';
import type { JobContext } from '../../jobs/job-context.ts';
import type { SentContent } from '../send/send-batch.ts';
import type { SubscriptionParts } from '../subscription-context.ts';
import { stopNewsletter, whyNotAsApproved } from './begin-newsletters.ts';
import { composeNewsletter } from './compose-newsletter.ts';
import { idsOf, readNamed } from './read-named.ts';

/**
 * What a mailing of a newsletter sends. Its words are checked again when a run begins, and what it names
 * is read before and after each claim; where nothing may go out any more, it is stopped. Null if so.
 */
export async function newsletterContent(
  context: JobContext,
  { reader, keys }: SubscriptionParts,
  { newsletterId, createdAt }: NewsletterMailing,
): Promise<SentContent | null> {
  const { editorial, instance } = context;
  const newsletter = await findNewsletter(editorial, newsletterId);
  if (newsletter === null) return null;
  const stop = async (code: string) => {
    await stopNewsletter(context, newsletterId, code);
    return null;
  };
  const [why] = await inTransaction(editorial, (tx) => whyNotAsApproved({ tx }, newsletter));
  if (why !== undefined) return stop(why.code);
  const { name: journal } = await getJournal(editorial);
  const setting = { journal, readerUrl: instance?.readerUrl ?? '' };
  const subject = subjectKey.newsletter(newsletter.language);
  return {
    subjects: async () => {
      const [empty] = whyNothingPublic(idsOf(await readNamed(reader, newsletter.items)).length);
      return empty === undefined ? [subject] : stop(empty.code);
    },
    read: async () => {
      const named = await readNamed(reader, newsletter.items);
      return ({ id, subscriptions }, recipient) =>
        idsOf(named).length > 0 && subscriptions.some(({ since }) => since <= createdAt)
          ? composeNewsletter(newsletter, named, setting, { recipient, token: keys.tokenOf(id) })
          : null;
    },
    ended: async (tx, at) => {
      await updateNewsletter(tx, newsletterId, { state: 'sent', sentAt: at });
    },
  };
}
