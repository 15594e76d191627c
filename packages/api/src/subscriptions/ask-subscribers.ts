import { inTransaction } from '@viewpoints/db/client';
import { getJournal, type JournalRow } from '@viewpoints/db/editorial/journal';
import { newId } from '@viewpoints/db/editorial/new-id';
import {
  deleteSubscriptionRequests,
  findUnaskedAddress,
  listSubscriptionRequests,
  takeBackConfirmation,
  writeConfirmation,
} from '@viewpoints/db/editorial/subscription-requests';
import { confirmationHours, maxSubjects } from '@viewpoints/domain/subscriptions/subscription';
import { listPublishedSubjects } from '@viewpoints/published/query/subjects';
import { newSecret, secretHash } from '../accounts/secrets.ts';
import type { JobContext } from '../jobs/job-context.ts';
import { momentOf } from '../moment.ts';
import { phrasesOf } from './mail/mail-phrases.ts';
import { createSubscriberMailer, type SubscriberMessage } from './mail/subscriber-mailer.ts';

const hour = 60 * 60 * 1000;

type Question = { tokenHash: string; addressHash: string; message: SubscriberMessage };

/**
 * Asks each address for which something was requested whether it wants it, by one message a day. What
 * is asked is noted before it is sent: a worker that is killed between the two asks nobody twice.
 */
export async function askSubscribers(context: JobContext): Promise<void> {
  const { editorial, mail, subscriptions } = context;
  const journal = await getJournal(editorial);
  if (subscriptions === undefined || mail.smtpUrl === null || !journal.subscriptions) return;
  const mailer = createSubscriberMailer({ ...mail, smtpUrl: mail.smtpUrl, journal: journal.name });
  try {
    for (;;) {
      const next = await nextQuestion(context, journal);
      if (next === null) return;
      if (next === 'nothing') continue;
      const outcome = await mailer.send(next.message);
      if (outcome === 'refused' || outcome === 'gone')
        await inTransaction(editorial, (tx) => deleteSubscriptionRequests(tx, next.addressHash));
      if (outcome === 'deferred' || outcome === 'unreachable') {
        await takeBackConfirmation(editorial, next.tokenHash);
        throw new Error(`The mail server took no message to a subscriber: ${outcome}.`);
      }
    }
  } finally {
    mailer.close();
  }
}

/** The next question; null where there is none, `nothing` where what was requested is not public. */
async function nextQuestion(
  context: JobContext,
  journal: JournalRow,
): Promise<Question | 'nothing' | null> {
  const { editorial, subscriptions, instance } = context;
  if (subscriptions === undefined) return null;
  const { reader, keys } = subscriptions;
  return inTransaction(editorial, async (tx) => {
    const at = await momentOf(context);
    const found = await findUnaskedAddress(tx, at);
    if (found === null) return null;
    const { addressHash, mailboxHash } = found;
    const requests = await listSubscriptionRequests(tx, { addressHash, limit: maxSubjects });
    const subjects = await listPublishedSubjects(reader, {
      keys: [...new Set(requests.map(({ subject }) => subject))],
      journal: journal.name,
    });
    const [first] = requests;
    const recipient = first && keys.decrypt(first.id, first.address);
    if (first === undefined || recipient == null || subjects.size === 0) {
      await deleteSubscriptionRequests(tx, addressHash);
      return 'nothing';
    }
    const secret = newSecret();
    const tokenHash = secretHash(secret);
    const expiresAt = new Date(at.getTime() + confirmationHours * hour);
    await writeConfirmation(tx, { addressHash, mailboxHash, tokenHash, mailedAt: at, expiresAt });
    const { language, phrases } = phrasesOf(first.language);
    const address = `${instance?.readerUrl}/subscriptions/${secret}`;
    const subject = phrases.confirm.subject(journal.name);
    return {
      ...{ tokenHash, addressHash },
      message: {
        ...{ id: newId(), recipient, subject, leaveAddress: null },
        content: {
          ...{ language, title: subject, links: [] },
          intro: [
            phrases.confirm.intro(journal.name),
            ...[...subjects.values()].map(({ name }) => `– ${name}`),
          ],
          sections: [],
          button: { label: phrases.confirm.button, address },
          outro: [phrases.confirm.hours(confirmationHours), phrases.confirm.ignore],
        },
      },
    };
  });
}
