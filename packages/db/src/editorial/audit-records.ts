import { AuditRecord } from '@viewpoints/domain/audit/audit-record';
import type { Transaction } from '../client.ts';
import { findAccountByEmail } from './accounts.ts';
import { instant } from './instant.ts';
import { newId } from './new-id.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';

/** Writes who did what to which thing; parsed, so that no sentence gets in where a code belongs. */
export async function insertAuditRecord(
  tx: Transaction,
  record: Omit<AuditRecord, 'id'>,
): Promise<void> {
  const { by, at, ...columns } = AuditRecord.parse({ ...record, id: newId() });
  await tx.auditRecord.create({ data: { ...columns, byId: by, at: new Date(at) } });
}

/** How often an account has signed in, counted up to `atMost`. */
export async function countSignIns(
  db: Transaction,
  accountId: string,
  atMost: number,
): Promise<number> {
  const rows = await db.auditRecord.findMany({
    where: { subjectKind: 'account', subjectId: accountId, action: 'account.sign_in' },
    take: atMost,
    select: { id: true },
  });
  return rows.length;
}

/**
 * The id of the audit record of the last time the address of an account was restored after a change. Null
 * if it never was, or if no account has the address.
 */
export async function findLastRestore(db: Transaction, email: string): Promise<string | null> {
  const account = await findAccountByEmail(db, email);
  if (account === null) return null;
  const last = await db.auditRecord.findFirst({
    where: { subjectKind: 'account', subjectId: account.id, action: 'account.restore_email' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  return last?.id ?? null;
}

/** Actions of an account on other accounts since a moment, oldest first. */
export async function listActsSince(
  db: Transaction,
  { by, since, actions }: { by: string; since: Date; actions: readonly string[] },
): Promise<Pick<AuditRecord, 'action' | 'subjectId' | 'details'>[]> {
  const rows = await db.auditRecord.findMany({
    where: { byId: by, at: { gte: since }, action: { in: [...actions] }, subjectKind: 'account' },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: 200,
    select: { action: true, subjectId: true, details: true },
  });
  return rows.map(({ details, ...row }) => ({
    ...row,
    details: AuditRecord.shape.details.parse(details),
  }));
}

export type AuditFilter = {
  subjectId?: string | undefined;
  /** An article with its findings. */
  articleId?: string | undefined;
  by?: string | undefined;
  action?: string | undefined;
  /** From an instant, up to and without another. */
  from?: string | undefined;
  to?: string | undefined;
};

export type AuditListItem = Omit<AuditRecord, 'by'> & { by: { id: string; name: string } | null };

/** Lists the record, newest first. */
export async function listAuditRecords(
  db: Transaction,
  { subjectId, articleId, by, action, from, to, cursor, limit }: AuditFilter & PageRequest,
): Promise<QueryPage<AuditListItem>> {
  const rows = await db.auditRecord.findMany({
    where: {
      ...(subjectId === undefined ? {} : { subjectId }),
      ...(articleId === undefined
        ? {}
        : {
            AND: {
              OR: [
                { subjectKind: 'article', subjectId: articleId },
                { subjectKind: 'finding', subjectId: { in: await findingIdsOf(db, articleId) } },
              ],
            },
          }),
      ...(from === undefined && to === undefined
        ? {}
        : {
            NOT: {
              OR: [
                ...(from === undefined ? [] : [{ at: { lt: new Date(from) } }]),
                ...(to === undefined ? [] : [{ at: { gte: new Date(to) } }]),
              ],
            },
          }),
      ...(by === undefined ? {} : { byId: by }),
      ...(action === undefined ? {} : { action }),
      ...(cursor === null
        ? {}
        : {
            OR: [
              { at: { lt: new Date(cursor.key) } },
              { at: new Date(cursor.key), id: { gt: cursor.id } },
            ],
          }),
    },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take: limit + 1,
    include: { by: { select: { id: true, name: true } } },
  });
  return pageOf(rows, limit, {
    item: ({ byId: _, at, details, ...row }) => ({
      ...row,
      at: instant(at),
      details: AuditRecord.shape.details.parse(details),
    }),
    cursor: (row) => ({ key: instant(row.at), id: row.id }),
  });
}

async function findingIdsOf(db: Transaction, articleId: string): Promise<string[]> {
  const rows = await db.finding.findMany({ where: { articleId }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** All accounts that the audit record names, by name. */
export async function listAuditedAccounts(
  db: Transaction,
): Promise<{ id: string; name: string }[]> {
  return db.account.findMany({
    where: { auditRecords: { some: {} } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 1000,
    select: { id: true, name: true },
  });
}
