import { type KeyObject, randomUUID } from 'node:crypto';
import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import { z } from 'zod';
import { isSigned, openSigner, type Signer } from './announcement-key.ts';
import { notingOf } from './note-changes.ts';
import type { Tag } from './tags.ts';

/** The channel of every instance of the reading site; the payload is a `Change`. */
export const changesChannel = 'viewpoints_changed';

/** Channel for heartbeats (`pulse …`), goodbyes (`gone`) and acknowledgements (`heard <ask>`). */
export const acknowledgementChannel = 'viewpoints_heard';

/** `id`: unique. `ask`: the id to acknowledge once nothing older is shown any more. */
const Change = z.object({
  id: z.string(),
  tags: z.array(z.string()),
  ask: z.string().optional(),
  signature: z.string(),
});
export type Change = z.infer<typeof Change>;

/** PostgreSQL takes payloads of fewer than 8,000 bytes; all but the tags takes some 250. */
const maxTags = 7_500;

const acknowledgementIds = new WeakMap<Transaction, string>();

/**
 * Notifies every reading site of what changed, once and only if this transaction commits, and adds
 * it to the log of changes. Every public change goes through here. Include only what is already
 * public: every role that may read may also listen.
 */
export async function notifyChanged(tx: Transaction, tags: Iterable<Tag>): Promise<void> {
  const all = new Set(tags);
  const parts = partsOf(all);
  if (parts.length === 0) return;
  // Announcements arrive in order, so acknowledging the last covers all of them.
  const ask = randomUUID();
  acknowledgementIds.set(tx, ask);
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1;
    const content = { id: randomUUID(), tags: part, ...(last ? { ask } : {}) };
    await send(tx, content, last ? all : []);
  }
}

/** Of the database that was last announced in: a program has to do with one. */
let known: Signer | null = null;

/** Sends an announcement and notes what `noted` names, in one statement. */
async function send(
  tx: Transaction,
  content: Omit<Change, 'signature'>,
  noted: Iterable<Tag>,
): Promise<void> {
  for (;;) {
    const signer = known ?? (await openSigner(tx));
    const change: Change = { ...content, signature: signer.sign(textOf(content)) };
    const noting = notingOf(
      noted,
      Prisma.sql`EXISTS (SELECT FROM announcement_key WHERE public_key = ${signer.publicKey})`,
    );
    const sent = await tx.$executeRaw`
      ${noting === null ? Prisma.empty : Prisma.sql`WITH noted AS (${noting})`}
      SELECT pg_notify(${changesChannel}, ${JSON.stringify(change)}) FROM announcement_key
      WHERE public_key = ${signer.publicKey}`;
    known = sent === 0 ? null : signer;
    if (known !== null) return;
  }
}

/** The acknowledgement id of a transaction's last announcement; undefined if it announced nothing. */
export function acknowledgementIdOf(tx: Transaction): string | undefined {
  return acknowledgementIds.get(tx);
}

/** Reads an announcement; null if the journal's own transactions did not make it. */
export function readChange(payload: string | undefined, publicKey: KeyObject): Change | null {
  try {
    const change = Change.parse(JSON.parse(payload ?? ''));
    return isSigned(textOf(change), change.signature, publicKey) ? change : null;
  } catch {
    return null;
  }
}

/** The signed text of an announcement. */
function textOf({ id, tags, ask }: Omit<Change, 'signature'>): string {
  return JSON.stringify([id, tags, ask ?? null]);
}

function partsOf(tags: Set<Tag>): Tag[][] {
  const parts: Tag[][] = [[]];
  let size = 0;
  for (const each of tags) {
    const bytes = Buffer.byteLength(each) + 3;
    if (size + bytes > maxTags) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(each);
    size += bytes;
  }
  return parts.filter((each) => each.length > 0);
}
