import { createTransport } from 'nodemailer';
import type { Instance } from '../instance.ts';
import type { Message } from './message.ts';
import { keepMessage } from './outbox.ts';

/**
 * Sends a message by the instance's mail server, or keeps it where there is none.
 * @throws when the server does not take it; the job that called tries again later.
 */
export async function sendMessage(
  instance: Pick<Instance, 'smtpUrl' | 'mailFrom' | 'outboxDirectory'>,
  message: Message,
  { id, at }: { id: string; at: Date },
): Promise<void> {
  if (instance.smtpUrl === null) return keepMessage(instance.outboxDirectory, message, { id, at });
  const transport = createTransport(instance.smtpUrl);
  try {
    await transport.sendMail({
      from: instance.mailFrom,
      messageId: `<${id}@viewpoints>`,
      ...message,
    });
  } finally {
    transport.close();
  }
}
