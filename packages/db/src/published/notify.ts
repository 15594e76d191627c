import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import type { Tag } from './tags.ts';

/** What every instance of the reading site listens on; the payload is a `Change`. */
export const changesChannel = 'viewpoints_changed';

/** Where instances say that they are there (`pulse …`), go (`gone`) or heard (`heard <ask>`). */
export const heardChannel = 'viewpoints_heard';

/** `ask`: to be answered with, once nothing older is shown any more. */
const Change = z.object({ tags: z.array(z.string()), ask: z.string().optional() });
export type Change = z.infer<typeof Change>;

/** PostgreSQL takes payloads of fewer than 8,000 bytes. */
const maxPayload = 7_500;

const asked = new WeakMap<Transaction, string>();

/**
 * Tells every reading site what changed, once and only if this transaction commits. Tell it only
 * of what readers may see already: whoever may read may also listen.
 */
export async function notifyChanged(tx: Transaction, tags: Iterable<Tag>): Promise<void> {
  const changes = changesOf(new Set(tags));
  const last = changes.at(-1);
  if (last === undefined) return;
  // Announcements arrive in their order, so whoever heard the last has heard them all.
  last.ask = randomUUID();
  asked.set(tx, last.ask);
  for (const change of changes)
    await tx.$executeRaw`SELECT pg_notify(${changesChannel}, ${JSON.stringify(change)})`;
}

/** What the last announcement of a transaction asks for; undefined where it announced nothing. */
export function askedIn(tx: Transaction): string | undefined {
  return asked.get(tx);
}

/** Reads an announcement; null where it is none of ours. */
export function readChange(payload: string | undefined): Change | null {
  try {
    return Change.parse(JSON.parse(payload ?? ''));
  } catch {
    return null;
  }
}

function changesOf(tags: Set<Tag>): Change[] {
  const payloads: Tag[][] = [[]];
  let size = 0;
  for (const each of tags) {
    const bytes = Buffer.byteLength(each) + 3;
    if (size + bytes > maxPayload) {
      payloads.push([]);
      size = 0;
    }
    payloads.at(-1)?.push(each);
    size += bytes;
  }
  return payloads.filter((each) => each.length > 0).map((each) => ({ tags: each }));
}
