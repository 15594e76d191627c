import { sendMessage } from '../mail/send-message.ts';
import type { JobContext } from './job-context.ts';

/** Sends a message; thrown errors make the queue try again, later each time. */
export async function sendMessageJob(
  context: JobContext,
  { messageId }: { messageId: string },
): Promise<void> {
  await sendMessage(context, messageId);
}
