import type { Waiver } from '@viewpoints/domain/attribution/terms';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn } from '../statement.ts';
import { waiverOf } from './source-rows.ts';

export async function listWaivers(db: Transaction, sourceIds: string[]): Promise<Waiver[]> {
  if (sourceIds.length === 0) return [];
  const rows = await db.waiver.findMany({
    where: { sourceId: { in: sourceIds } },
    orderBy: [{ grantedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(waiverOf);
}

/** Takes a waiver for this transaction. */
export async function lockWaiver(tx: Transaction, id: string): Promise<Waiver | null> {
  await lockRowsIn(tx, Prisma.sql`select 1 from waiver where id = ${id}::uuid for update`);
  const row = await tx.waiver.findUnique({ where: { id } });
  return row === null ? null : waiverOf(row);
}

export async function insertWaiver(tx: Transaction, waiver: Waiver): Promise<void> {
  const { recordedBy, signedOffBy, grantedAt, signedOffAt, ...columns } = waiver;
  await tx.waiver.create({
    data: {
      ...columns,
      grantedAt: new Date(grantedAt),
      recordedById: recordedBy,
      signedOffById: signedOffBy,
      signedOffAt: signedOffAt === null ? null : new Date(signedOffAt),
    },
  });
}

export async function signOffWaiver(
  tx: Transaction,
  id: string,
  { by, at }: { by: string; at: Date },
): Promise<Waiver> {
  return waiverOf(
    await tx.waiver.update({ where: { id }, data: { signedOffById: by, signedOffAt: at } }),
  );
}

export type PendingWaiver = {
  id: string;
  sourceId: string;
  sourceTitle: string;
  recordedBy: { id: string; name: string };
  grantedAt: string;
};

/** Waivers that are not signed off yet, the oldest first. */
export async function listPendingWaivers(db: Transaction, limit: number): Promise<PendingWaiver[]> {
  const rows = await db.waiver.findMany({
    where: { signedOffAt: null },
    orderBy: [{ grantedAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: {
      id: true,
      sourceId: true,
      grantedAt: true,
      source: { select: { title: true } },
      recordedBy: { select: { id: true, name: true } },
    },
  });
  return rows.map(({ source, grantedAt, ...row }) => ({
    ...row,
    sourceTitle: source.title,
    grantedAt: grantedAt.toISOString(),
  }));
}
