import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';

/** Which call: a token, and the hash of the key that it sent. */
export type CallKey = { tokenId: string; keyHash: string };

/** What came of a call: the hash of its request, the status of the answer and the id in it. */
export type KeyedCall = { requestHash: string; status: number; refId: string | null };

const row = z.object({
  requestHash: z.string(),
  status: z.number(),
  refId: z.string().nullable(),
});

/** How long a call is remembered. */
const lifetime = Prisma.sql`interval '1 day'`;

/** The call that was made with a key within a day, by the database's clock; null if none was. */
export async function findKeyedCall(
  db: Transaction,
  { tokenId, keyHash }: CallKey,
): Promise<KeyedCall | null> {
  const [found] = await parseRowsIn(
    db,
    row,
    Prisma.sql`
    select request_hash as "requestHash", status::int as status, ref_id as "refId" from keyed_call
    where token_id = ${tokenId}::uuid and key_hash = ${keyHash} and at > now() - ${lifetime}`,
  );
  return found ?? null;
}

/**
 * Locks a key until the transaction ends, however it ends. False if a call with it is running, in whatever
 * process.
 */
export async function tryLockKey(tx: Transaction, { tokenId, keyHash }: CallKey): Promise<boolean> {
  const [answer] = await parseRowsIn(
    tx,
    z.object({ locked: z.boolean() }),
    Prisma.sql`
    select pg_try_advisory_xact_lock(hashtextextended(${`${tokenId} ${keyHash}`}, 84)) as locked`,
  );
  return answer?.locked ?? false;
}

/** Records what came of a call, in its transaction. One of more than a day ago is replaced. */
export async function writeKeyedCall(
  tx: Transaction,
  { tokenId, keyHash }: CallKey,
  { requestHash, status, refId }: KeyedCall,
): Promise<void> {
  await tx.$executeRaw`
    insert into keyed_call (token_id, key_hash, request_hash, status, ref_id, at)
    values (${tokenId}::uuid, ${keyHash}, ${requestHash}, ${status}, ${refId}::uuid, now())
    on conflict (token_id, key_hash) do update
      set request_hash = excluded.request_hash, status = excluded.status,
        ref_id = excluded.ref_id, at = excluded.at`;
}

/** Forgets calls of before a moment. */
export async function deleteKeyedCallsBefore(db: Transaction, moment: Date): Promise<void> {
  await db.keyedCall.deleteMany({ where: { at: { lt: moment } } });
}
