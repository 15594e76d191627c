import { mailboxIsGone } from '@viewpoints/domain/subscriptions/bounce';
import { createTransport } from 'nodemailer';
import { type MessageContent, messageHtml, messageText } from './message-layout.ts';

/** A message to one subscriber. */
export type SubscriberMessage = {
  id: string;
  recipient: string;
  subject: string;
  content: MessageContent;
  /** The address that ends the subscription with one click (RFC 8058); null where there is none yet. */
  leaveAddress: string | null;
  /** Where it is reported if it does not arrive; the sender's address where there is none of its own. */
  returnPath?: string | undefined;
};

/**
 * What came of a message. `gone`: there is no such mailbox; `refused`: this message is not taken, for
 * whatever reason; `deferred`: the mail server certainly did not take it and may later;
 * `unreachable`: the same, and no other message would get there either; `unknown`: it may have taken it.
 */
export type MailOutcome = 'sent' | 'gone' | 'refused' | 'deferred' | 'unreachable' | 'unknown';

export type SubscriberMailer = {
  send: (message: SubscriberMessage) => Promise<MailOutcome>;
  close: () => void;
};

export function createSubscriberMailer({
  smtpUrl,
  mailFrom,
  journal,
}: {
  smtpUrl: string;
  mailFrom: string;
  /** The name of the journal, as the sender. */
  journal: string;
}): SubscriberMailer {
  const domain = mailFrom.split('@').at(-1) ?? '';
  const transport = createTransport(smtpUrl, {
    ...{ pool: true, maxConnections: 4, maxMessages: 1_000 },
    ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  } as Parameters<typeof createTransport>[1]);
  return {
    send: async ({ id, recipient, subject, content, leaveAddress, returnPath = mailFrom }) => {
      // As an object: a string would be parsed, and could name several.
      const to = { name: '', address: recipient };
      try {
        await transport.sendMail({
          from: { name: journal, address: mailFrom },
          ...{ to, envelope: { from: { name: '', address: returnPath }, to } },
          subject,
          text: messageText(content),
          html: messageHtml(content),
          messageId: `<${id}@${domain}>`,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            'List-Id': `<subscriptions.${domain}>`,
            ...(leaveAddress === null
              ? {}
              : {
                  'List-Unsubscribe': `<${leaveAddress}>`,
                  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
                }),
          },
        });
        return 'sent';
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/** Reads what is certain from an error of the mail library. Its words may repeat the address. */
export function outcomeOf(error: unknown): MailOutcome {
  const { code, responseCode, command, response } = error as {
    code?: string;
    responseCode?: number;
    command?: string;
    response?: string;
  };
  // A server that takes nothing from this sender answers 5xx as well, to everybody (RFC 3463, 3.2).
  const status = /^5\d\d[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  if (command === 'RCPT TO' && status !== undefined && mailboxIsGone.test(status)) return 'gone';
  if (responseCode !== undefined && code !== 'EAUTH' && responseCode !== 421)
    return responseCode >= 500 ? 'refused' : 'deferred';
  if (responseCode !== undefined || command === 'CONN' || code === 'EDNS' || code === 'ECONNECTION')
    return 'unreachable';
  return 'unknown';
}
