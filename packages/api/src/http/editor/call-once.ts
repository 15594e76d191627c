import { createHash } from 'node:crypto';
import type { EditorialDatabase } from '@viewpoints/db/client';
import { inTransaction } from '@viewpoints/db/client';
import {
  type CallKey,
  findKeyedCall,
  type KeyedCall,
  tryLockKey,
  writeKeyedCall,
} from '@viewpoints/db/editorial/keyed-calls';
import { reason } from '@viewpoints/domain/refusal';
import { z } from 'zod';
import type { CommandGuard } from '../../command-guard.ts';
import { ProblemError } from '../../problem.ts';

/** What came of a call that was made before: the status of its answer and the id in it. */
export type EarlierCall = Pick<KeyedCall, 'status' | 'refId'>;

/** Ends a call whose key was used by then: the caller gets what came of that call. */
class AlreadyMade extends ProblemError {
  readonly earlier: EarlierCall;

  constructor(earlier: EarlierCall) {
    super('call_running');
    this.earlier = earlier;
  }
}

/** Seconds after which a call that is running may be sent again. */
export const retryAfter = 1;

/** A key as programs send it: visible characters, such as a UUID. */
export const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/, 'use 1 to 200 visible characters, such as a UUID');

const hash = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('hex');

/**
 * Makes a call at most once for each key of a token, within a day. The record is written in the transaction of
 * the command, under a lock of the key that ends with it: a program that is killed leaves either both or
 * neither. The key and the request are stored as hashes, and of the answer its status and its id.
 */
export async function callOnce<Answer extends object | null>(
  db: EditorialDatabase,
  {
    tokenId,
    key,
    request,
    status,
  }: { tokenId: string; key: string; request: string; status: number },
  call: (once: CommandGuard) => Promise<Answer>,
): Promise<{ answer: Answer } | { earlier: EarlierCall }> {
  const callKey: CallKey = { tokenId, keyHash: hash(key) };
  const requestHash = hash(request);
  const found = await findKeyedCall(db, callKey);
  if (found !== null) return { earlier: sameCall(found, requestHash) };
  const guard = guardOf(callKey, { requestHash, status });
  try {
    const answer = await call(guard);
    // A call without a command has nothing to be recorded with.
    if (!guard.isRecorded())
      await inTransaction(db, async (tx) => {
        await guard.begin(tx);
        await guard.complete(tx, answer);
      });
    return { answer };
  } catch (error) {
    const made = alreadyMadeIn(error);
    if (made === null) throw error;
    return { earlier: made.earlier };
  }
}

function guardOf(callKey: CallKey, { requestHash, status }: Omit<KeyedCall, 'refId'>) {
  let isRecorded = false;
  return {
    isRecorded: () => isRecorded,
    // A second command of the same call belongs to what is recorded.
    begin: async (tx) => {
      if (isRecorded) return;
      if (!(await tryLockKey(tx, callKey))) throw stillRunning();
      const made = await findKeyedCall(tx, callKey);
      if (made !== null) throw new AlreadyMade(sameCall(made, requestHash));
    },
    complete: async (tx, result) => {
      if (isRecorded) return;
      await writeKeyedCall(tx, callKey, { requestHash, status, refId: idIn(result) });
    },
    committed: () => {
      isRecorded = true;
    },
  } satisfies CommandGuard & { isRecorded: () => boolean };
}

const stillRunning = () =>
  new ProblemError('call_running', [
    reason('call_running', `Send it again in ${retryAfter} second.`, 'Idempotency-Key', {
      seconds: retryAfter,
    }),
  ]);

function sameCall({ requestHash, ...earlier }: KeyedCall, sent: string): EarlierCall {
  if (requestHash === sent) return earlier;
  throw new ProblemError('key_reused', [
    reason(
      'key_reused',
      'Another request was made with this key: use a new one.',
      'Idempotency-Key',
    ),
  ]);
}

function alreadyMadeIn(thrown: unknown): AlreadyMade | null {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; depth += 1) {
    if (error instanceof AlreadyMade) return error;
    error = error.cause;
  }
  return null;
}

const Id = z.uuid();
const Identified = z.union([
  z.looseObject({ id: Id }).transform(({ id }) => id),
  z.looseObject({ article: z.looseObject({ id: Id }) }).transform(({ article }) => article.id),
  z.looseObject({ revisionId: Id }).transform(({ revisionId }) => revisionId),
  z.looseObject({ articleId: Id }).transform(({ articleId }) => articleId),
]);

/** The id of what an answer is about; null if it has none. */
function idIn(answer: unknown): string | null {
  return Identified.safeParse(answer).data ?? null;
}
