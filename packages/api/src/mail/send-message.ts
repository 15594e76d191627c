import type { EditorialDatabase } from '@viewpoints/db/client';
import {
  findWaitingMessage,
  markMessageDelivered,
  markMessageRefused,
} from '@viewpoints/db/editorial/messages';
import { type Clock, momentOf } from '../moment.ts';
import { deliverMessage, type MailSettings } from './deliver-message.ts';

/**
 * Sends a waiting message; does nothing for one that was delivered, ended or has expired. A refusal
 * of the mail server is recorded and rethrown, so that the job is retried.
 */
export async function sendMessage(
  { editorial, mail, now }: { editorial: EditorialDatabase; mail: MailSettings; now?: Clock },
  messageId: string,
): Promise<void> {
  const startedAt = await momentOf({ editorial, now });
  const message = await findWaitingMessage(editorial, messageId, startedAt);
  if (message === null) return;
  try {
    const outcome = await deliverMessage(mail, message);
    const at = await momentOf({ editorial, now });
    await markMessageDelivered(editorial, messageId, { outcome, at });
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
