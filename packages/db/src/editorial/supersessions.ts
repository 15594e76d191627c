import { Supersession } from '@viewpoints/domain/findings/finding';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { instant } from './instant.ts';

export type DatedSupersession = Supersession & { at: string };

/** Supersessions that have one of these findings at either end. */
export async function listSupersessionsOf(
  db: Transaction,
  findingIds: string[],
): Promise<DatedSupersession[]> {
  const rows = await db.supersession.findMany({
    where: { OR: [{ oldId: { in: findingIds } }, { newId: { in: findingIds } }] },
    orderBy: [{ at: 'asc' }, { oldId: 'asc' }],
  });
  return rows.map(({ oldId, newId, kind, at }) => ({ oldId, newId, kind, at: instant(at) }));
}

/**
 * Every supersession on the way from a finding, both ways along the chain, so that a cycle can be
 * refused before it is made.
 */
export async function listSupersessionChain(
  db: Transaction,
  findingId: string,
): Promise<Supersession[]> {
  return parseRowsIn(
    db,
    Supersession,
    Prisma.sql`
    with recursive chain(old_id, new_id, kind) as (
      select old_id, new_id, kind from supersession where old_id = ${findingId}::uuid or new_id = ${findingId}::uuid
      union
      select s.old_id, s.new_id, s.kind from supersession s
      join chain c on s.old_id = c.new_id or s.new_id = c.old_id)
    select old_id as "oldId", new_id as "newId", kind::text as kind from chain`,
  );
}

export async function insertSupersession(
  tx: Transaction,
  { oldId, newId, kind, at, by }: Supersession & { at: Date; by: string },
): Promise<void> {
  await tx.supersession.create({ data: { oldId, newId, kind, at, byId: by } });
}
