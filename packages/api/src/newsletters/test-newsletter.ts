import { getJournal } from '@viewpoints/db/editorial/journal';
import { decide, reason } from '@viewpoints/domain/refusal';
import { allow, permit, record, runCommand } from '../command.ts';
import type { EditorContext } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { createSubscriberMailer } from '../subscriptions/mail/subscriber-mailer.ts';
import { newsletterMentions } from '../subscriptions/newsletter/check-newsletter.ts';
import { composeNewsletter } from '../subscriptions/newsletter/compose-newsletter.ts';
import { readNamed } from '../subscriptions/newsletter/read-named.ts';
import { whyNoMailServer } from './schedule-newsletter.ts';
import { getNewsletter } from './show-newsletter.ts';

/**
 * Sends a newsletter as it is now to the account that calls, and to nobody else. It leaves the house, so
 * that its words are searched for protected names first. Recorded before it is sent.
 */
export async function testNewsletter(ctx: EditorContext, id: string): Promise<{ sentTo: string }> {
  const { reader, account, instance, editorial } = ctx;
  const newsletter = await getNewsletter(ctx, id);
  await runCommand(ctx, async (command) => {
    permit(command, 'newsletter.test');
    allow(decide([...whyNoMailServer(ctx), ...(await newsletterMentions(command.tx, newsletter))]));
    await record(command, 'newsletter.test', ['newsletter', id]);
  });
  const { name: journal } = await getJournal(editorial);
  const { smtpUrl, mailFrom, readerUrl } = instance;
  if (smtpUrl === null) throw new Error('There is no mail server.');
  const mailer = createSubscriberMailer({ smtpUrl, mailFrom, journal });
  try {
    const named = await readNamed(reader, newsletter.items);
    const recipient = account.email;
    const message = composeNewsletter(
      newsletter,
      named,
      { journal, readerUrl },
      { recipient, token: null },
    );
    const outcome = await mailer.send(message);
    if (outcome !== 'sent')
      throw new ProblemError('refused', [
        reason('test_not_sent', 'The mail server did not take the test. Try again later.', null, {
          outcome,
        }),
      ]);
    return { sentTo: recipient };
  } finally {
    mailer.close();
  }
}
