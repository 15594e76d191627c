import { inTransaction, type Transaction } from '@viewpoints/db/client';
import { getJournal } from '@viewpoints/db/editorial/journal';
import {
  type Claimed,
  claimSubscribers,
  deferClaims,
  endClaims,
  endMailing,
  type MailingRow,
} from '@viewpoints/db/editorial/mailings';
import type { JobContext } from '../../jobs/job-context.ts';
import { momentOf } from '../../moment.ts';
import { forgetSubscriber } from '../change-preferences.ts';
import type {
  createSubscriberMailer,
  MailOutcome,
  SubscriberMessage,
} from '../mail/subscriber-mailer.ts';
import type { SubscriptionParts } from '../subscription-context.ts';

/** How often somebody is tried whose message the mail server did not take, and minutes between. */
const [maxAttempts, pause] = [5, 15];

/** Most subscribers claimed at once. A worker that is killed leaves no more of them without a message. */
const batchSize = 20;

/** What a mailing sends. */
export type SentContent = {
  /** What its subscribers have subscribed to, before they are claimed; null if nothing is sent any more. */
  subjects: () => Promise<string[] | null>;
  /** Read after the claim: what went meanwhile is not sent. Null to somebody if there is nothing for them. */
  read: () => Promise<(subscriber: Claimed, recipient: string) => SubscriberMessage | null>;
  /** Done in the transaction in which the mailing ends. */
  ended: (tx: Transaction, at: Date) => Promise<void>;
};

type Outcome = MailOutcome | 'nothing';

/** Claims some subscribers of a mailing and writes to them. */
export async function sendBatch(
  context: JobContext,
  { keys, log, returnPaths }: SubscriptionParts,
  { mailing, content }: { mailing: Pick<MailingRow, 'id' | 'cadence'>; content: SentContent },
  mailer: Pick<ReturnType<typeof createSubscriberMailer>, 'send'>,
): Promise<'more' | 'done' | 'unreachable'> {
  const { editorial } = context;
  if (!(await getJournal(editorial)).subscriptions) return 'unreachable';
  const now = await momentOf(context);
  const subjects = await content.subjects();
  if (subjects === null) return 'done';
  const claimed = await inTransaction(editorial, (tx) =>
    claimSubscribers(tx, mailing, { subjects, limit: batchSize, now }),
  );
  if (claimed.length === 0) {
    await inTransaction(editorial, async (tx) => {
      if (await endMailing(tx, mailing.id)) await content.ended(tx, now);
    });
    return 'done';
  }
  const compose = await content.read();
  const outcomes = await Promise.all(
    claimed.map(async (subscriber): Promise<[Claimed, Outcome]> => {
      const recipient = keys.decrypt(subscriber.id, subscriber.address);
      const message = recipient === null ? null : compose(subscriber, recipient);
      if (message === null) return [subscriber, 'nothing'];
      const returnPath = returnPaths?.addressFor(subscriber.id, now);
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
