import type { Transaction } from '../client.ts';
import { instant, instantOrNull } from './instant.ts';
import { type PageOf, type PageRequest, pageOf } from './page.ts';

export type NewMessage = {
  id: string;
  kind: 'invitation' | 'password_reset';
  recipient: string;
  subject: string;
  text: string;
  at: Date;
};

export async function insertMessage(
  tx: Transaction,
  { at, ...message }: NewMessage,
): Promise<void> {
  await tx.message.create({ data: { ...message, html: '', createdAt: at } });
}

export type StoredMessage = {
  id: string;
  kind: string;
  recipient: string;
  subject: string;
  text: string;
  createdAt: string;
  attempts: number;
  sentAt: string | null;
  lastError: string | null;
};

export async function findMessage(db: Transaction, id: string): Promise<StoredMessage | null> {
  const row = await db.message.findUnique({ where: { id }, omit: { html: true } });
  if (row === null) return null;
  return { ...row, createdAt: instant(row.createdAt), sentAt: instantOrNull(row.sentAt) };
}

/** Notes that a message is on its way, and forgets its words: they may hold a link that signs in. */
export async function markMessageSent(db: Transaction, id: string, at: Date): Promise<void> {
  await db.message.update({
    where: { id },
    data: { sentAt: at, attempts: { increment: 1 }, lastError: null, text: '' },
  });
}

/** Notes a try that the mail server refused, by its code. */
export async function markMessageRefused(db: Transaction, id: string, code: string): Promise<void> {
  await db.message.update({ where: { id }, data: { attempts: { increment: 1 }, lastError: code } });
}

/** Lists messages, newest first; those sent have no text any more. */
export async function listMessages(
  db: Transaction,
  { cursor, limit }: PageRequest,
): Promise<PageOf<StoredMessage>> {
  const rows = await db.message.findMany({
    where:
      cursor === null
        ? {}
        : {
            OR: [
              { createdAt: { lt: new Date(cursor.key) } },
              { createdAt: new Date(cursor.key), id: { gt: cursor.id } },
            ],
          },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
    omit: { html: true },
  });
  return pageOf(rows, limit, {
    item: (row) => ({
      ...row,
      createdAt: instant(row.createdAt),
      sentAt: instantOrNull(row.sentAt),
    }),
    cursor: (row) => ({ key: instant(row.createdAt), id: row.id }),
  });
}

/** Removes messages made before `before`. */
export async function deleteMessagesBefore(db: Transaction, before: Date): Promise<number> {
  const { count } = await db.message.deleteMany({ where: { createdAt: { lt: before } } });
  return count;
}
