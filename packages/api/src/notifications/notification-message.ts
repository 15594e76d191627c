import type { MailedNotifications } from '@viewpoints/db/editorial/notifications';
import { notificationWords } from '@viewpoints/domain/notifications/notification';

/**
 * The e-mail with some notifications of one person. It names kinds and links: no headline and no other
 * word of an article, since a mailbox is outside the desk.
 */
export function notificationMessage(
  { name, email, of }: Pick<MailedNotifications, 'name' | 'email' | 'of'>,
  { adminUrl, journal }: { adminUrl: string; journal: string },
): { recipient: string; subject: string; text: string } {
  const [first] = of;
  const subject =
    of.length === 1 && first !== undefined
      ? notificationWords[first.kind].subject
      : `${of.length} notifications`;
  const lines = of.map(
    ({ kind, articleId, webhookId }) =>
      `${notificationWords[kind].sentence}\n${adminUrl}${
        webhookId === null ? `/articles/${articleId}` : `/settings/webhooks/${webhookId}`
      }\n`,
  );
  return {
    recipient: email,
    subject: `${subject}: ${journal}`,
    text: `Hello ${name},

${lines.join('\n')}
Which notifications you get by e-mail, and when, is under "Your account":
${adminUrl}/account
`,
  };
}
