import { join } from 'node:path';
import { writeDurably } from '@viewpoints/config/durable-file';
import { makePrivateDirectory } from '@viewpoints/config/private-files';
import { createTransport } from 'nodemailer';
import type { Instance } from '../instance.ts';

export type Mail = { id: string; recipient: string; subject: string; text: string };

export type MailSettings = Pick<Instance, 'smtpUrl' | 'mailFrom' | 'outboxDirectory'>;

/**
 * Passes a message to the mail server, or stores it as an `.eml` file if there is none. Storing the
 * same message again replaces its file.
 * @returns whether the mail server took it
 * @throws the mail server's refusal
 */
export async function deliverMessage(
  { smtpUrl, mailFrom, outboxDirectory }: MailSettings,
  { id, recipient, subject, text }: Mail,
): Promise<'sent' | 'kept'> {
  const envelope = {
    from: mailFrom,
    to: recipient,
    subject,
    text,
    messageId: `<${id}@${mailFrom.split('@').at(-1)}>`,
  };
  if (smtpUrl === null) {
    const composer = createTransport({ streamTransport: true, buffer: true });
    const { message } = await composer.sendMail(envelope);
    await keep(outboxDirectory, id, message as Buffer);
    return 'kept';
  }
  const transport = createTransport(smtpUrl, {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  } as Parameters<typeof createTransport>[1]);
  try {
    await transport.sendMail(envelope);
    return 'sent';
  } finally {
    transport.close();
  }
}

async function keep(directory: string, id: string, message: Buffer): Promise<void> {
  await makePrivateDirectory(directory);
  await writeDurably(join(directory, `${id}.eml`), message);
}
