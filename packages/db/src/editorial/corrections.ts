import type { Correction } from '@viewpoints/domain/corrections/correction';
import type { Transaction } from '../client.ts';
import { instant } from './instant.ts';

/** Corrections of an article, newest first. */
export async function listCorrections(db: Transaction, articleId: string): Promise<Correction[]> {
  const rows = await db.correction.findMany({
    where: { articleId },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
  });
  return rows.map(({ byId, at, ...row }) => ({ ...row, by: byId, at: instant(at) }));
}

export async function insertCorrections(tx: Transaction, corrections: Correction[]): Promise<void> {
  await tx.correction.createMany({
    data: corrections.map(({ by, at, ...columns }) => ({ ...columns, byId: by, at: new Date(at) })),
  });
}

export type Retraction = { why: string; at: string; by: string };

export async function findRetraction(
  db: Transaction,
  articleId: string,
): Promise<Retraction | null> {
  const row = await db.retraction.findUnique({ where: { articleId } });
  return row === null ? null : { why: row.why, at: instant(row.at), by: row.byId };
}

export async function insertRetraction(
  tx: Transaction,
  { articleId, why, at, by }: Retraction & { articleId: string },
): Promise<void> {
  await tx.retraction.create({ data: { articleId, why, at: new Date(at), byId: by } });
}
