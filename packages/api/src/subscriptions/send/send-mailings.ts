import { setTimeout as sleep } from 'node:timers/promises';
import { inTransaction } from '@viewpoints/db/client';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { forgetMailings, listMailings, type MailingRow } from '@viewpoints/db/editorial/mailings';
import { listNewsletterMailings } from '@viewpoints/db/editorial/newsletter-mailings';
import type { JobContext } from '../../jobs/job-context.ts';
import { momentOf } from '../../moment.ts';
import { createSubscriberMailer, type SubscriberMessage } from '../mail/subscriber-mailer.ts';
import { beginNewsletters, stopNewsletters } from '../newsletter/begin-newsletters.ts';
import { newsletterContent } from '../newsletter/newsletter-mailing.ts';
import type { SubscriptionParts } from '../subscription-context.ts';
import { beginMailings } from './begin-mailings.ts';
import { logContent } from './log-content.ts';
import { type SentContent, sendBatch } from './send-batch.ts';

/** How long one run sends, in milliseconds; the clock begins the next one each minute. */
const maxRunTime = 50_000;

/**
 * Sends what subscribers are to be told, at most once each: they are claimed before, and who was claimed by
 * a worker that was killed is not written to again. Alerts come before digests.
 */
export async function sendMailings(context: JobContext): Promise<void> {
  const { editorial, mail, subscriptions } = context;
  if (subscriptions === undefined) return;
  const journal = await getJournal(editorial);
  if (!journal.subscriptions) {
    await stopNewsletters(context);
    await inTransaction(editorial, forgetMailings);
    await beginNewsletters(context, subscriptions, await momentOf(context));
    return;
  }
  if (mail.smtpUrl === null) return;
  const now = await momentOf(context);
  await beginMailings(context, journal, now);
  await beginNewsletters(context, subscriptions, now);
  const until = performance.now() + maxRunTime;
  const mailer = createSubscriberMailer({ ...mail, smtpUrl: mail.smtpUrl, journal: journal.name });
  const paced = createPace(subscriptions.rate);
  const send = async (message: SubscriberMessage) => {
    await paced();
    return mailer.send(message);
  };
  try {
    for (const { mailing, contentOf } of await listSent(context, subscriptions)) {
      const content = performance.now() < until ? await contentOf() : null;
      while (content !== null && performance.now() < until) {
        const state = await sendBatch(context, subscriptions, { mailing, content }, { send });
        if (state === 'unreachable') return;
        if (state === 'done') break;
      }
    }
  } finally {
    mailer.close();
  }
}

/** What is being sent: alerts, then newsletters, then digests. */
async function listSent(context: JobContext, parts: SubscriptionParts) {
  const { editorial } = context;
  const logged = (await listMailings(editorial)).map((mailing) => ({
    mailing,
    contentOf: async (): Promise<SentContent | null> => logContent(context, parts, mailing),
  }));
  const newsletters = (await listNewsletterMailings(editorial)).map((mailing) => ({
    mailing,
    contentOf: () => newsletterContent(context, parts, mailing),
  }));
  const isAlert = ({ mailing }: { mailing: Pick<MailingRow, 'cadence'> }) =>
    mailing.cadence === 'at_once';
  const [alerts, digests] = [logged.filter(isAlert), logged.filter((each) => !isAlert(each))];
  return [...alerts, ...newsletters, ...digests];
}

/** Waits until the next message may be sent. */
function createPace(rate: number): () => Promise<void> {
  let next = 0;
  return async () => {
    const now = performance.now();
    next = Math.max(now, next) + 1_000 / rate;
    await sleep(next - 1_000 / rate - now);
  };
}
