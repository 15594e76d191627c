import { maxBounceBytes, readBounce } from '@viewpoints/api/subscriptions/bounces/read-bounce';
import { createReturnPaths } from '@viewpoints/api/subscriptions/bounces/return-paths';
import { namesReturnPath, settleBounce } from '@viewpoints/api/subscriptions/bounces/settle-bounce';
import { loadSettings } from '@viewpoints/config/env';
import { Command } from 'commander';
import { withEditorial } from '../editorial.ts';
import { Failure, messageOf } from '../failure.ts';

/** Statuses by which a mail server knows what to do with a message (sysexits.h). */
const exits = {
  /** It is done with. */
  ok: 0,
  /** EX_DATAERR: the message cannot be read, and another attempt would fail as well. */
  unreadable: 65,
  /** EX_TEMPFAIL: keep it, and try again. */
  tryAgain: 75,
} as const;

export const bounceCommand = new Command('bounce')
  .description(
    'read one message from standard input that a mail server returned, and end the subscription of a mailbox that is gone',
  )
  .option('--recipient <address>', 'the address that it came to, as the mail server knows it')
  .action(async ({ recipient }: { recipient?: string }) => {
    const message = await readMessage(process.stdin);
    if (message === null) {
      console.error(`The message is longer than ${maxBounceBytes} bytes.`);
      process.exitCode = exits.unreadable;
      return;
    }
    if (message.length === 0) {
      console.error('There is no message on standard input.');
      process.exitCode = exits.unreadable;
      return;
    }
    const bounce = readBounce(message, recipient ?? null);
    try {
      const { bounceAddress, secret } = loadSettings();
      if (bounceAddress === null) throw new Failure('BOUNCE_ADDRESS is not set.');
      const paths = createReturnPaths(secret, bounceAddress);
      const outcome = namesReturnPath(paths, bounce)
        ? await withEditorial((_, editorial) => settleBounce({ editorial, paths }, bounce))
        : 'unsigned';
      console.log(outcome);
    } catch (error) {
      console.error(messageOf(error));
      process.exitCode = exits.tryAgain;
    }
  });

/**
 * Reads a message to its end; null if it is too long. A mail server whose pipe is closed before takes that for a
 * failure of another kind.
 */
async function readMessage(input: AsyncIterable<Buffer | string>): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length <= maxBounceBytes) chunks.push(bytes);
    else chunks.length = 0;
  }
  return length > maxBounceBytes ? null : Buffer.concat(chunks);
}
