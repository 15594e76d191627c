import { setTimeout as sleep } from 'node:timers/promises';
import { type EditorialDatabase, inTransaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import { parseRowsIn } from '@viewpoints/db/statement';
import { z } from 'zod';
import { formerNames } from '../../changes/connection-names.ts';

/** Longer than a program that lost its connection waits before it tries again. */
const pause = 6_000;

/**
 * Whether a reading site or an API is connected whose version cannot read what this version stores.
 * None that is not running can start: its migrations are behind. One that is connecting again at
 * this moment is seen by the second look.
 */
export async function hasOlderPrograms(
  db: EditorialDatabase,
  { between = pause }: { between?: number } = {},
): Promise<boolean> {
  if (await isOlderConnected(db)) return true;
  await sleep(between);
  return isOlderConnected(db);
}

async function isOlderConnected(db: EditorialDatabase): Promise<boolean> {
  const rows = await inTransaction(db, (tx) =>
    parseRowsIn(
      tx,
      z.object({ name: z.string() }),
      Prisma.sql`
      SELECT application_name AS name FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = ANY(${[...formerNames]}) LIMIT 1`,
    ),
  );
  return rows.length > 0;
}
