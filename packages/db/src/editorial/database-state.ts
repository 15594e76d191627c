import { z } from 'zod';
import type { EditorialDatabase } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';

const State = z.object({ isReadOnly: z.boolean(), hasQueue: z.boolean() });
export type DatabaseState = z.infer<typeof State>;

/** Whether the connection is read-only, and whether the tables of the job queue exist. */
export async function getDatabaseState(db: EditorialDatabase): Promise<DatabaseState> {
  const [state] = await parseRowsIn(
    db,
    State,
    Prisma.sql`
      select current_setting('transaction_read_only') = 'on' as "isReadOnly",
             exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where n.nspname = 'graphile_worker' and c.relname = '_private_jobs') as "hasQueue"`,
  );
  if (state === undefined) throw new Error('The database did not answer.');
  return state;
}
