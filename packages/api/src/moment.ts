import type { Transaction } from '@viewpoints/db/client';
import { getDatabaseTime } from '@viewpoints/db/editorial/database-time';

/**
 * A clock to go by in place of the database's. Given by the sample, whose events lie in the past,
 * and by tests; a program that serves a journal has none.
 */
export type Clock = (() => Date) | undefined;

/** The moment at which something is decided: the database's, unless a clock is given. */
export async function momentOf({
  editorial,
  now,
}: {
  editorial: Transaction;
  now?: Clock;
}): Promise<Date> {
  return now === undefined ? getDatabaseTime(editorial) : now();
}
