import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Settings } from '@viewpoints/config/env';
import { checkMailServer } from '../mail/check-mail-server.ts';
import { deliverMessage } from '../mail/deliver-message.ts';
import type { CheckResult } from './check-result.ts';
import { messageOf } from './message-of.ts';

const text = `This message was sent by \`viewpoints doctor\`, to see whether messages of the journal arrive.

If it lies among unwanted mail, see that SPF, DKIM and DMARC of the sender's domain are right.
`;

/**
 * Looks at the way messages take.
 * @param recipient who is sent a real message; null: the server is asked whether it would take one
 */
export async function checkMail(
  { smtpUrl, dataDir, readerUrl }: Pick<Settings, 'smtpUrl' | 'dataDir' | 'readerUrl'>,
  recipient: string | null,
): Promise<CheckResult> {
  const name = 'Mail';
  const outboxDirectory = join(dataDir, 'outbox');
  try {
    if (recipient !== null) {
      const mailFrom = `viewpoints@${new URL(readerUrl).hostname}`;
      const outcome = await deliverMessage(
        { smtpUrl, mailFrom, outboxDirectory },
        { id: randomUUID(), recipient, subject: 'Messages of the journal arrive', text },
      );
      const detail =
        outcome === 'sent' ? 'the server took a message to you' : `kept in ${outboxDirectory}`;
      const look = 'See whether it arrives, and not among unwanted mail.';
      return { name, ok: true, detail, next: outcome === 'sent' ? look : noServer };
    }
    if (smtpUrl === null)
      return { name, ok: true, detail: `kept in ${outboxDirectory}`, next: noServer };
    await checkMailServer(smtpUrl);
    return { name, ok: true, detail: 'the server lets this journal send', next: null };
  } catch (error) {
    return {
      name,
      ok: false,
      detail: messageOf(error),
      next: 'Correct SMTP_URL, or see the log of the mail server.',
    };
  }
}

const noServer = 'Set SMTP_URL, so that messages reach those they are for.';
