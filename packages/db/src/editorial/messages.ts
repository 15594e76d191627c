import type { Transaction } from '../client.ts';
import { instant, instantOrNull } from './instant.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';

export type NewMessage = {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  at: Date;
  /** When the link in it expires. */
  expiresAt: Date;
} & (
  | { kind: 'invitation'; invitationId: string }
  | {
      kind: 'password_reset' | 'email_change' | 'security_notice' | 'notification';
      accountId: string;
    }
);

export async function insertMessage(
  tx: Transaction,
  { at, ...message }: NewMessage,
): Promise<void> {
  await tx.message.create({ data: { ...message, createdAt: at } });
}

/** A message that is still to be delivered. */
export type WaitingMessage = { id: string; recipient: string; subject: string; text: string };

/** A message that is neither delivered, ended nor expired; null otherwise. */
export async function findWaitingMessage(
  db: Transaction,
  id: string,
  now: Date,
): Promise<WaitingMessage | null> {
  return db.message.findFirst({
    where: { id, sentAt: null, keptAt: null, endedAt: null, expiresAt: { gt: now } },
    select: { id: true, recipient: true, subject: true, text: true },
  });
}

/** Records that a message was sent or written to a file, and blanks its text. */
export async function markMessageDelivered(
  db: Transaction,
  id: string,
  { outcome, at }: { outcome: 'sent' | 'kept'; at: Date },
): Promise<void> {
  const delivered = outcome === 'sent' ? { sentAt: at } : { keptAt: at };
  await db.message.updateMany({
    where: { id },
    data: { ...delivered, attempts: { increment: 1 }, lastError: null, text: '' },
  });
}

/** Records a refusal of the mail server by its code. */
export async function markMessageRefused(db: Transaction, id: string, code: string): Promise<void> {
  await db.message.updateMany({
    where: { id },
    data: { attempts: { increment: 1 }, lastError: code },
  });
}

/**
 * Ends messages of invitations or of an account, perhaps of some kinds only: their text is blanked and
 * they are never sent.
 */
export async function endMessages(
  tx: Transaction,
  {
    at,
    ...about
  }: { at: Date } & (
    | { invitationIds: string[] }
    | { accountId: string; kinds?: NewMessage['kind'][] }
  ),
): Promise<void> {
  const where =
    'invitationIds' in about
      ? { invitationId: { in: about.invitationIds } }
      : {
          accountId: about.accountId,
          ...(about.kinds === undefined ? {} : { kind: { in: about.kinds } }),
        };
  await tx.message.updateMany({
    where: { ...where, endedAt: null },
    data: { text: '', endedAt: at },
  });
}

/** Ends expired messages. */
export async function endExpiredMessages(db: Transaction, now: Date): Promise<void> {
  await db.message.updateMany({
    where: { endedAt: null, expiresAt: { lte: now } },
    data: { text: '', endedAt: now },
  });
}

/** Of these messages, those that have neither ended nor expired. */
export async function listUsableMessageIds(
  db: Transaction,
  ids: string[],
  now: Date,
): Promise<string[]> {
  const rows = await db.message.findMany({
    where: { id: { in: ids }, endedAt: null, expiresAt: { gt: now } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Metadata of a message, for admins: never its text, which may hold a link that signs in. */
export type MessageListItem = {
  id: string;
  kind: string;
  recipient: string;
  createdAt: string;
  /** `ended`: its link was used, replaced or revoked, or expired, before it could be sent. */
  result: 'waiting' | 'refused' | 'sent' | 'kept' | 'ended';
  /** When it got this result. */
  resultAt: string | null;
  attempts: number;
  lastError: string | null;
  /** Whether its link still works. */
  usable: boolean;
};

const columns = {
  ...{ id: true, kind: true, recipient: true, createdAt: true, expiresAt: true },
  ...{ attempts: true, sentAt: true, keptAt: true, endedAt: true, lastError: true },
} as const;

type Row = Pick<MessageListItem, 'id' | 'kind' | 'recipient' | 'attempts' | 'lastError'> &
  Record<'createdAt' | 'expiresAt', Date> &
  Record<'sentAt' | 'keptAt' | 'endedAt', Date | null>;

function itemOf(row: Row, now: Date): MessageListItem {
  const { expiresAt, sentAt, keptAt, endedAt, createdAt, ...rest } = row;
  const waiting = rest.lastError === null ? 'waiting' : 'refused';
  const result = sentAt ? 'sent' : keptAt ? 'kept' : endedAt ? 'ended' : waiting;
  return {
    ...rest,
    createdAt: instant(createdAt),
    result,
    resultAt: instantOrNull(sentAt ?? keptAt ?? endedAt),
    usable: endedAt === null && expiresAt > now,
  };
}

/** Lists messages, newest first. */
export async function listMessages(
  db: Transaction,
  { cursor, limit, now }: PageRequest & { now: Date },
): Promise<QueryPage<MessageListItem>> {
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
    select: columns,
  });
  return pageOf(rows, limit, {
    item: (row) => itemOf(row, now),
    cursor: (row) => ({ key: instant(row.createdAt), id: row.id }),
  });
}

/** Removes messages made before `before`. */
export async function deleteMessagesBefore(db: Transaction, before: Date): Promise<number> {
  const { count } = await db.message.deleteMany({ where: { createdAt: { lt: before } } });
  return count;
}
