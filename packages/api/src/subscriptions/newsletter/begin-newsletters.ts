import {
  deleteNewsletterMailing,
  insertNewsletterMailing,
} from '@viewpoints/db/editorial/newsletter-mailings';
import {
  findNewsletter,
  listDueNewsletterIds,
  listSendingNewsletterIds,
  lockNewsletter,
  type NewsletterRow,
  updateNewsletter,
} from '@viewpoints/db/editorial/newsletters';
import {
  whyNothingPublic,
  whyNotOffered,
} from '@viewpoints/domain/newsletters/newsletter-workflow';
import { type Reason, reason } from '@viewpoints/domain/refusal';
import { type Command, record, runCommand } from '../../command.ts';
import type { JobContext } from '../../jobs/job-context.ts';
import type { SubscriptionParts } from '../subscription-context.ts';
import { newsletterMentions } from './check-newsletter.ts';
import { newsletterDigest } from './newsletter-digest.ts';
import { idsOf, readNamed } from './read-named.ts';

/**
 * Begins to send the newsletters whose time has come, also where no worker ran at that time. One that
 * may not go out any more is taken off the schedule, with the reason. The lock on its row and its one
 * mailing keep two workers from beginning it twice.
 */
export async function beginNewsletters(
  context: JobContext,
  { reader }: Pick<SubscriptionParts, 'reader'>,
  now: Date,
): Promise<void> {
  const { editorial } = context;
  for (const id of await listDueNewsletterIds(editorial, now)) {
    const found = await findNewsletter(editorial, id);
    const shown = idsOf(await readNamed(reader, found?.items ?? []));
    await runCommand({ editorial, account: null, now: context.now }, async (command) => {
      const newsletter = await lockNewsletter(command.tx, id);
      if (newsletter === null || !isDue(newsletter, now)) return;
      const [why] = [
        ...whyNotOffered(command.journal, newsletter),
        ...(await whyNotAsApproved(command, newsletter)),
        ...whyNothingPublic(shown.length),
      ];
      if (why === undefined) return begin(command, newsletter, shown);
      await updateNewsletter(command.tx, id, {
        ...{ state: 'approved', sendAt: null, stoppedAt: command.at, stoppedCode: why.code },
      });
      await record(command, 'newsletter.unschedule', ['newsletter', id], { code: why.code });
    });
  }
}

const isDue = ({ state, sendAt }: NewsletterRow, now: Date): boolean =>
  state === 'scheduled' && sendAt !== null && new Date(sendAt) <= now;

async function begin(command: Command, { id }: NewsletterRow, shown: string[]): Promise<void> {
  const { tx, at } = command;
  await updateNewsletter(tx, id, {
    ...{ state: 'sending', sendingAt: at, sentItems: shown, stoppedAt: null, stoppedCode: null },
  });
  await insertNewsletterMailing(tx, { newsletterId: id, createdAt: at });
  await record(command, 'newsletter.send', ['newsletter', id], { items: shown.length });
}

/** Why its words may not go out: they are not those that were approved, or terms protect a name in them now. */
export async function whyNotAsApproved(
  { tx }: Pick<Command, 'tx'>,
  newsletter: NewsletterRow,
): Promise<Reason[]> {
  if (newsletter.approvedDigest !== newsletterDigest(newsletter))
    return [reason('newsletter_changed', 'It is not what was approved.')];
  return newsletterMentions(tx, newsletter);
}

/** Ends the sending of a newsletter before everybody was written to; nobody else is. */
export async function stopNewsletter(
  { editorial, now }: JobContext,
  id: string,
  code: string,
): Promise<void> {
  await runCommand({ editorial, account: null, now }, async (command) => {
    const { tx, at } = command;
    const newsletter = await lockNewsletter(tx, id);
    if (newsletter?.state !== 'sending') return;
    await deleteNewsletterMailing(tx, id);
    await updateNewsletter(tx, id, {
      ...{ state: 'sent', sentAt: at, stoppedAt: at, stoppedCode: code },
    });
    await record(command, 'newsletter.stop', ['newsletter', id], { code });
  });
}

/** Stops all that are being sent, where readers can no longer subscribe to anything. */
export async function stopNewsletters(context: JobContext): Promise<void> {
  for (const id of await listSendingNewsletterIds(context.editorial))
    await stopNewsletter(context, id, 'newsletter_not_offered');
}
