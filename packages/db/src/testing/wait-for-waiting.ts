import { expect, vi } from 'vitest';
import type { TestDatabase } from './test-database.ts';

/** Waits until so many transactions of the database wait for locks of others. */
export async function waitForWaiting({ sql }: TestDatabase, count: number): Promise<void> {
  await vi.waitFor(
    async () => {
      // Inside a transaction the list of sessions is cached as it was first read.
      await sql('SELECT pg_stat_clear_snapshot()');
      const waiting = await sql(`
        SELECT DISTINCT l.pid FROM pg_locks l JOIN pg_stat_activity a USING (pid)
        WHERE a.datname = current_database() AND NOT l.granted`);
      expect(waiting).toHaveLength(count);
    },
    { timeout: 20_000, interval: 20 },
  );
}
