import type { Clearance } from '@viewpoints/domain/attribution/clearance';
import type { Transaction } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { instant, instantOrNull } from './instant.ts';

type Row = Prisma.ClearanceGetPayload<object>;

const clearanceOf = ({
  recordedById,
  confirmedById,
  recordedAt,
  confirmedAt,
  ...columns
}: Row): Clearance => ({
  ...columns,
  recordedBy: recordedById,
  recordedAt: instant(recordedAt),
  confirmedBy: confirmedById,
  confirmedAt: instantOrNull(confirmedAt),
});

/** Clearances of sources, confirmed or not, oldest first. */
export async function listClearances(
  db: Transaction,
  sourceIds: readonly string[],
): Promise<Clearance[]> {
  if (sourceIds.length === 0) return [];
  const rows = await db.clearance.findMany({
    where: { sourceId: { in: [...sourceIds] } },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(clearanceOf);
}

export async function findClearance(db: Transaction, id: string): Promise<Clearance | null> {
  const row = await db.clearance.findUnique({ where: { id } });
  return row === null ? null : clearanceOf(row);
}

/** Locks a clearance for this transaction. */
export async function lockClearance(tx: Transaction, id: string): Promise<Clearance | null> {
  await tx.$queryRaw`SELECT 1 FROM clearance WHERE id = ${id}::uuid FOR UPDATE`;
  return findClearance(tx, id);
}

export async function insertClearance(tx: Transaction, clearance: Clearance): Promise<void> {
  const { recordedBy, recordedAt, confirmedBy, confirmedAt, ...columns } = clearance;
  await tx.clearance.create({
    data: {
      ...columns,
      recordedById: recordedBy,
      recordedAt: new Date(recordedAt),
      confirmedById: confirmedBy,
      confirmedAt: confirmedAt === null ? null : new Date(confirmedAt),
    },
  });
}

export async function confirmClearance(
  tx: Transaction,
  id: string,
  { by, at }: { by: string; at: Date },
): Promise<Clearance> {
  return clearanceOf(
    await tx.clearance.update({ where: { id }, data: { confirmedById: by, confirmedAt: at } }),
  );
}

/** Removes a clearance; false where it is gone already. */
export async function deleteClearance(tx: Transaction, id: string): Promise<boolean> {
  const { count } = await tx.clearance.deleteMany({ where: { id } });
  return count > 0;
}

/** Clearances that wait for a second person, oldest first. */
export async function listPendingClearances(db: Transaction, limit: number): Promise<Clearance[]> {
  const rows = await db.clearance.findMany({
    where: { confirmedAt: null },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map(clearanceOf);
}
