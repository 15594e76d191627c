import type { Transaction } from '../client.ts';

/**
 * The rate limiter of attempts at accounts, shared by all instances: a guess at one counts at every
 * other, and survives a restart. Requests of a network are limited in each process, without the
 * database (config `sliding-limit.ts`). better-auth's own limiter is off: it counts by address.
 *
 * A rate limit with exponential backoff: `freeAttempts` attempts, then one after each delay, which
 * doubles from `firstDelay` to `maxDelay`. The counter expires after `expiresAfter` without an
 * attempt. Durations are milliseconds.
 */
export type AttemptRule = {
  freeAttempts: number;
  firstDelay: number;
  maxDelay: number;
  expiresAfter: number;
};

/**
 * Counts an attempt under a key and returns 0; or counts nothing and returns the milliseconds until
 * the next one is allowed. One statement, so that parallel requests cannot pass on a stale read.
 */
export async function consumeAttempt(
  db: Transaction,
  key: string,
  { freeAttempts, firstDelay, maxDelay, expiresAfter }: AttemptRule,
  now: Date,
): Promise<number> {
  const expiresAt = new Date(now.getTime() + expiresAfter);
  const counted = await db.$executeRaw`
    insert into rate_limit as r (key, count, last_at, expires_at)
    values (${key}, 1, ${now}, ${expiresAt})
    on conflict (key) do update set
      count = case when r.expires_at <= ${now} then 1 else r.count + 1 end,
      last_at = ${now}, expires_at = ${expiresAt}
    where r.expires_at <= ${now} or r.count < ${freeAttempts}::int
      or r.last_at + least(${maxDelay}::float8, ${firstDelay}::float8 * 2 ^ least(r.count - ${freeAttempts}::int, 30))
           * interval '1 ms' <= ${now}`;
  if (counted > 0) return 0;
  const row = await db.rateLimit.findUnique({ where: { key } });
  if (row === null) return 0;
  const delay = Math.min(maxDelay, firstDelay * 2 ** Math.min(row.count - freeAttempts, 30));
  return Math.max(1, row.lastAt.getTime() + delay - now.getTime());
}

/** Takes one attempt off a counter. */
export async function refundAttempt(db: Transaction, key: string): Promise<void> {
  await db.rateLimit.updateMany({
    where: { key, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** Removes a counter. */
export async function resetAttempts(db: Transaction, key: string): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key } });
}

/** Removes expired counters; returns how many. */
export async function deleteExpiredAttempts(db: Transaction, now: Date): Promise<number> {
  const { count } = await db.rateLimit.deleteMany({ where: { expiresAt: { lte: now } } });
  return count;
}
