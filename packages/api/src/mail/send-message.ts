import type { EditorialDatabase } from '@viewpoints/db/client';
import {
  findMessage,
  markMessageRefused,
  markMessageSent,
} from '@viewpoints/db/editorial/messages';
import { type Clock, momentOf } from '../moment.ts';
import { deliverMessage, type MailSettings } from './deliver-message.ts';

/**
 * Sends a message that waits; one that was sent before is left alone. Where the mail server
 * refuses it, that is noted and the error goes on, so that the job is tried again later.
 */
export async function sendMessage(
  { editorial, mail, now }: { editorial: EditorialDatabase; mail: MailSettings; now?: Clock },
  messageId: string,
): Promise<void> {
  const message = await findMessage(editorial, messageId);
  if (message === null || message.sentAt !== null) return;
  try {
    const outcome = await deliverMessage(mail, message);
    if (outcome === 'sent')
      await markMessageSent(editorial, messageId, await momentOf({ editorial, now }));
  } catch (error) {
    await markMessageRefused(editorial, messageId, codeOf(error));
    throw error;
  }
}

/** The mail server's code alone: its words may repeat the address. */
function codeOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return [code, responseCode].filter((each) => each !== undefined).join(' ') || 'unknown';
}
