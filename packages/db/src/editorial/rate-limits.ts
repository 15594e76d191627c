import type { Transaction } from '../client.ts';

/**
 * How often something may be tried: `free` times, then only after a wait that doubles with each
 * further try, from `firstWait` to `longestWait`. After `forgotten` without a try all is as new.
 * Times are milliseconds.
 */
export type TryRule = { free: number; firstWait: number; longestWait: number; forgotten: number };

/**
 * Counts a try under a key and answers 0; or counts nothing and answers after how many milliseconds
 * it may be made. One statement, so that of many at once no more get through than one by one.
 */
export async function takeTry(
  db: Transaction,
  key: string,
  { free, firstWait, longestWait, forgotten }: TryRule,
  now: Date,
): Promise<number> {
  const expiresAt = new Date(now.getTime() + forgotten);
  const taken = await db.$executeRaw`
    insert into rate_limit as r (key, count, last_at, expires_at)
    values (${key}, 1, ${now}, ${expiresAt})
    on conflict (key) do update set
      count = case when r.expires_at <= ${now} then 1 else r.count + 1 end,
      last_at = ${now}, expires_at = ${expiresAt}
    where r.expires_at <= ${now} or r.count < ${free}::int
      or r.last_at + least(${longestWait}::float8, ${firstWait}::float8 * 2 ^ least(r.count - ${free}::int, 30))
           * interval '1 ms' <= ${now}`;
  if (taken > 0) return 0;
  const row = await db.rateLimit.findUnique({ where: { key } });
  if (row === null) return 0;
  const wait = Math.min(longestWait, firstWait * 2 ** Math.min(row.count - free, 30));
  return Math.max(1, row.lastAt.getTime() + wait - now.getTime());
}

/** Takes one try back: it was right. */
export async function returnTry(db: Transaction, key: string): Promise<void> {
  await db.rateLimit.updateMany({
    where: { key, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** Forgets what was tried under a key. */
export async function forgetTries(db: Transaction, key: string): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key } });
}

/** Removes what has been forgotten; answers how much. */
export async function deleteForgottenTries(db: Transaction, now: Date): Promise<number> {
  const { count } = await db.rateLimit.deleteMany({ where: { expiresAt: { lte: now } } });
  return count;
}
