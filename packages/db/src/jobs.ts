import type { Transaction } from './client.ts';

/**
 * Adds a job in the transaction that causes it, so that it exists if and only if its cause does.
 * With a `key`, a job of the same key that has not begun is replaced.
 */
export async function addJob(
  tx: Transaction,
  task: string,
  payload: Record<string, string | number | boolean | null>,
  { runAt = null, key = null }: { runAt?: string | null; key?: string | null } = {},
): Promise<void> {
  await tx.$executeRaw`SELECT add_job(${task}, ${JSON.stringify(payload)}::json, ${runAt}::timestamptz, ${key})`;
}
