import { randomUUID } from 'node:crypto';
import { createInstallationCipher } from '@viewpoints/api/accounts/installation-cipher';
import { longestPayload } from '@viewpoints/db/desk-listener';
import { z } from 'zod';

/** A message between instances of the API. */
const Message = z.discriminatedUnion('kind', [
  /** The sender starts listening, and requests the others' presence. */
  z.object({ kind: z.literal('hello') }),
  /** The sender shuts down. */
  z.object({ kind: z.literal('gone') }),
  /** Who has these articles open at the sender. An empty list of people means none any more. */
  z.object({
    kind: z.literal('here'),
    articles: z.array(
      z.object({
        id: z.uuid(),
        people: z.array(z.object({ id: z.uuid(), isWriting: z.boolean() })),
      }),
    ),
  }),
  /** The sender has opened an article, and requests the others' cursors in it. */
  z.object({ kind: z.literal('opened'), articleId: z.uuid() }),
  /** Cursors in one article: an update of its awareness, in base64. */
  z.object({ kind: z.literal('cursors'), articleId: z.uuid(), update: z.base64() }),
]);
export type InstanceMessage = z.infer<typeof Message>;

const Envelope = z.object({ from: z.uuid(), number: z.int(), message: Message });

const context = 'desk messages';

/** How many message numbers are remembered of each instance. Reordering stays far below it. */
const remembered = 1_000;

export type InstanceMessages = {
  send: (message: InstanceMessage) => Promise<void>;
  /** Decrypts a message of another instance; null for own messages, replays, and what no instance sent. */
  open: (payload: string) => { from: string; message: InstanceMessage } | null;
};

/**
 * Messages between the instances of one installation, encrypted with its secret. Every role of the
 * database may `LISTEN` and `NOTIFY`: it must not learn presence, nor forge it. Each message has a number
 * and is accepted once, which rejects replays.
 */
export function createInstanceMessages(
  secret: string,
  sendPayload: (payload: string) => Promise<void>,
): InstanceMessages {
  const own = randomUUID();
  const received = new Map<string, Set<number>>();
  let sent = 0;
  const isNew = (from: string, number: number): boolean => {
    const numbers = received.get(from) ?? new Set<number>();
    received.set(from, numbers);
    const [oldest = 0] = numbers.size < remembered ? [] : numbers;
    if (number <= oldest || numbers.has(number)) return false;
    numbers.add(number);
    if (numbers.size > remembered) numbers.delete(Math.min(...numbers));
    return true;
  };
  const cipher = createInstallationCipher(secret, context);
  return {
    send: async (message) => {
      sent += 1;
      const envelope: z.input<typeof Envelope> = { from: own, number: sent, message };
      const payload = cipher.encrypt(context, JSON.stringify(envelope));
      // PostgreSQL rejects a longer payload. Senders split theirs, so that none should be.
      if (payload.length <= longestPayload) await sendPayload(payload);
    },
    open: (payload) => {
      const text = cipher.decrypt(context, payload);
      if (text === null) return null;
      // An instance of another version may send a kind that this one does not know.
      const { success, data } = Envelope.safeParse(JSON.parse(text));
      return success && data.from !== own && isNew(data.from, data.number) ? data : null;
    },
  };
}
