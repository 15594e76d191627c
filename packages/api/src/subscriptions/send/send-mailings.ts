import { setTimeout as sleep } from 'node:timers/promises';
import { inTransaction } from '@viewpoints/db/client';
import { getJournal } from '@viewpoints/db/editorial/journal';
import {
  type Claimed,
  claimSubscribers,
  deferClaims,
  endClaims,
  endMailing,
  forgetMailings,
  listMailings,
  type MailingRow,
} from '@viewpoints/db/editorial/mailings';
import type { JobContext } from '../../jobs/job-context.ts';
import { momentOf } from '../../moment.ts';
import { forgetSubscriber } from '../change-preferences.ts';
import { createSubscriberMailer, type MailOutcome } from '../mail/subscriber-mailer.ts';
import type { SubscriptionParts } from '../subscription-context.ts';
import { beginMailings } from './begin-mailings.ts';
import { composeMessage, type MailingSetting, newsFor } from './compose-message.ts';
import { readNews } from './read-news.ts';

/** How long one run sends, in milliseconds; the clock begins the next one each minute. */
const maxRunTime = 50_000;

/** Most subscribers claimed at once. A worker that is killed leaves no more of them without a message. */
const batchSize = 20;

/** How often somebody is tried whose message the mail server did not take, and minutes between. */
const [maxAttempts, pause] = [5, 15];

/**
 * Sends what subscribers are to be told, at most once each: they are claimed before, and who was claimed by
 * a worker that was killed is not written to again. Alerts come before digests.
 */
export async function sendMailings(context: JobContext): Promise<void> {
  const { editorial, mail, subscriptions } = context;
  if (subscriptions === undefined) return;
  const journal = await getJournal(editorial);
  if (!journal.subscriptions) {
    await inTransaction(editorial, forgetMailings);
    return;
  }
  if (mail.smtpUrl === null) return;
  await beginMailings(context, journal, await momentOf(context));
  const until = performance.now() + maxRunTime;
  const mailer = createSubscriberMailer({ ...mail, smtpUrl: mail.smtpUrl, journal: journal.name });
  const paced = createPace(subscriptions.rate);
  try {
    for (const mailing of await listMailings(editorial))
      while (performance.now() < until) {
        const state = await sendBatch(context, subscriptions, mailing, {
          send: async (message) => {
            await paced();
            return mailer.send(message);
          },
        });
        if (state === 'unreachable') return;
        if (state === 'done') break;
      }
  } finally {
    mailer.close();
  }
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

type Outcome = MailOutcome | 'nothing';

/** Claims some subscribers of a mailing and writes to them. */
async function sendBatch(
  context: JobContext,
  { keys, reader, log, returnPaths }: SubscriptionParts,
  mailing: MailingRow,
  mailer: Pick<ReturnType<typeof createSubscriberMailer>, 'send'>,
): Promise<'more' | 'done' | 'unreachable'> {
  const { editorial, instance } = context;
  const journal = await getJournal(editorial);
  if (!journal.subscriptions) return 'unreachable';
  const now = await momentOf(context);
  const subjects = [
    ...new Set(
      (await readNews({ editorial, reader }, mailing)).flatMap((each) => [...each.subjects]),
    ),
  ];
  const claimed = await inTransaction(editorial, (tx) =>
    claimSubscribers(tx, mailing, { subjects, limit: batchSize, now }),
  );
  if (claimed.length === 0) {
    await inTransaction(editorial, (tx) => endMailing(tx, mailing.id));
    return 'done';
  }
  // Once more, after the claim: what went meanwhile is not sent.
  const news = await readNews({ editorial, reader }, mailing);
  const { cadence } = mailing;
  const setting: MailingSetting = {
    ...{ cadence, journal, now },
    readerUrl: instance?.readerUrl ?? '',
  };
  const outcomes = await Promise.all(
    claimed.map(async (subscriber): Promise<[Claimed, Outcome]> => {
      const recipient = keys.decrypt(subscriber.id, subscriber.address);
      if (recipient === null) return [subscriber, 'nothing'];
      const { language, subscriptions, id } = subscriber;
      const message = composeMessage(
        newsFor(news, subscriptions),
        { recipient, language, token: keys.tokenOf(id) },
        setting,
      );
      if (message === null) return [subscriber, 'nothing'];
      const returnPath = returnPaths?.addressFor(id, now);
      return [subscriber, await mailer.send({ ...message, returnPath })];
    }),
  );
  return settle(context, mailing.id, outcomes, log);
}

/** Stores what came of a batch. */
async function settle(
  { editorial, ...context }: JobContext,
  mailingId: string,
  outcomes: readonly [Claimed, Outcome][],
  log: SubscriptionParts['log'],
): Promise<'more' | 'unreachable'> {
  const idsWith = (test: (outcome: Outcome, attempts: number) => boolean) =>
    outcomes.flatMap(([{ id, attempts }, outcome]) => (test(outcome, attempts) ? [id] : []));
  const isUnreachable = outcomes.some(([, outcome]) => outcome === 'unreachable');
  const again = idsWith(
    (outcome, attempts) => outcome === 'deferred' && attempts + 1 < maxAttempts,
  );
  const later = idsWith((outcome) => outcome === 'unreachable');
  const now = await momentOf({ editorial, now: context.now });
  const minutesOn = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  await inTransaction(editorial, async (tx) => {
    await deferClaims(tx, { mailingId, subscriberIds: again, retryAt: minutesOn(pause) });
    await deferClaims(tx, { mailingId, subscriberIds: later, retryAt: minutesOn(1) });
    const waiting = new Set([...again, ...later]);
    await endClaims(tx, {
      mailingId,
      subscriberIds: idsWith(() => true).filter((id) => !waiting.has(id)),
    });
    for (const id of idsWith((outcome) => outcome === 'gone'))
      await forgetSubscriber(tx, id, { cause: 'bounced', at: now });
  });
  if (isUnreachable) log.warn({ part: 'subscriptions' }, 'the mail server cannot be reached');
  return isUnreachable ? 'unreachable' : 'more';
}
