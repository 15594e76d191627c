import type { MailedNotifications } from '@viewpoints/db/editorial/notifications';
import { notificationWords, severalWords } from '@viewpoints/domain/notifications/notification';

/**
 * The e-mail with some notifications of one person. It names kinds and links: no headline and no other
 * word of an article, since a mailbox is outside the desk.
 */
export function notificationMessage(
  { name, email, of }: Pick<MailedNotifications, 'name' | 'email' | 'of'>,
  { adminUrl, journal }: { adminUrl: string; journal: string },
): { recipient: string; subject: string; text: string } {
  const words = of.map(({ kind, articleIds: { length } }) =>
    length > 1 ? severalWords(kind, length) : notificationWords[kind],
  );
  const subject =
    of.length === 1 && words[0] !== undefined ? words[0].subject : `${of.length} notifications`;
  const lines = of.map(({ kind, articleIds, webhookId }, index) => {
    const isImport = kind === 'import_finished' || kind === 'import_failed';
    const links = isImport
      ? [`${adminUrl}/import-runs`]
      : webhookId === null
        ? articleIds.map((id) => `${adminUrl}/articles/${id}`)
        : [`${adminUrl}/settings/webhooks/${webhookId}`];
    return `${words[index]?.sentence}\n${links.join('\n')}\n`;
  });
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
