import type { Clearance } from '@viewpoints/domain/attribution/clearance';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn } from '../statement.ts';
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
  await lockRowsIn(tx, Prisma.sql`SELECT 1 FROM clearance WHERE id = ${id}::uuid FOR UPDATE`);
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

/** Removes a clearance; false if it is gone already. */
export async function deleteClearance(tx: Transaction, id: string): Promise<boolean> {
  const { count } = await tx.clearance.deleteMany({ where: { id } });
  return count > 0;
}

/** A clearance as a desk lists it. Protected. */
export type PendingClearance = Pick<
  Clearance,
  'id' | 'kind' | 'sourceId' | 'articleId' | 'place' | 'words' | 'why' | 'recordedAt'
> & {
  sourceTitle: string;
  /** Of the article it is about; null if it is about an entry or a source. */
  headline: string | null;
  recordedBy: { id: string; name: string };
};

/** Clearances that wait for a second person, oldest first. */
export async function listPendingClearances(
  db: Transaction,
  limit: number,
): Promise<PendingClearance[]> {
  const rows = await db.clearance.findMany({
    where: { confirmedAt: null },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: {
      ...{ id: true, kind: true, sourceId: true, articleId: true, place: true, words: true },
      ...{ why: true, recordedAt: true },
      source: { select: { title: true } },
      article: { select: { headline: true } },
      recordedBy: { select: { id: true, name: true } },
    },
  });
  return rows.map(({ source, article, recordedAt, ...row }) => ({
    ...row,
    recordedAt: instant(recordedAt),
    sourceTitle: source.title,
    headline: article?.headline ?? null,
  }));
}
