import {
  type Newsletter,
  type NewsletterContent,
  NewsletterItem,
  NewsletterState,
} from '@viewpoints/domain/newsletters/newsletter';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn, parseRowsIn } from '../statement.ts';
import { instant, instantOrNull } from './instant.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';

const include = { authors: { orderBy: { accountId: 'asc' } } } as const;

/** A newsletter with what of it was approved. */
export type NewsletterRow = Newsletter & { approvedDigest: string | null };

function newsletterOf(
  row: Prisma.NewsletterGetPayload<{ include: typeof include }>,
): NewsletterRow {
  const { authors, items, state, createdById, approvedById, sentItems: _, ...columns } = row;
  return {
    ...columns,
    items: z.array(NewsletterItem).parse(items),
    state: NewsletterState.parse(state),
    authorIds: authors.map(({ accountId }) => accountId),
    ...{ createdBy: createdById, approvedBy: approvedById },
    createdAt: instant(row.createdAt),
    savedAt: instant(row.savedAt),
    approvedAt: instantOrNull(row.approvedAt),
    sendAt: instantOrNull(row.sendAt),
    sendingAt: instantOrNull(row.sendingAt),
    sentAt: instantOrNull(row.sentAt),
    stoppedAt: instantOrNull(row.stoppedAt),
  };
}

export async function findNewsletter(db: Transaction, id: string): Promise<NewsletterRow | null> {
  const row = await db.newsletter.findUnique({ where: { id }, include });
  return row && newsletterOf(row);
}

/** A newsletter until the transaction ends; null where there is none. */
export async function lockNewsletter(tx: Transaction, id: string): Promise<NewsletterRow | null> {
  await lockRowsIn(tx, Prisma.sql`select 1 from newsletter where id = ${id}::uuid for update`);
  return findNewsletter(tx, id);
}

export async function insertNewsletter(
  tx: Transaction,
  newsletter: NewsletterContent & { id: string; timeZone: string; createdBy: string; at: Date },
): Promise<void> {
  const { createdBy, at, ...columns } = newsletter;
  await tx.newsletter.create({
    data: {
      ...{ ...columns, save: 1, state: 'draft', createdById: createdBy, createdAt: at },
      savedAt: at,
      authors: { create: { accountId: createdBy } },
    },
  });
}

/** Notes that somebody changed the content. */
export async function addNewsletterAuthor(
  tx: Transaction,
  author: { newsletterId: string; accountId: string },
): Promise<void> {
  await tx.newsletterAuthor.createMany({ data: [author], skipDuplicates: true });
}

/** Changes columns of a locked newsletter. */
export async function updateNewsletter(
  tx: Transaction,
  id: string,
  data: Prisma.NewsletterUncheckedUpdateInput & { state: NewsletterState },
): Promise<NewsletterRow> {
  return newsletterOf(await tx.newsletter.update({ where: { id }, data, include }));
}

/** What an edit, or sending back, takes from a newsletter. */
export const notApproved = {
  ...{ approvedById: null, approvedAt: null, approvedDigest: null },
  ...{ sendAt: null, stoppedAt: null, stoppedCode: null },
} as const;

export async function deleteNewsletter(tx: Transaction, id: string): Promise<void> {
  await tx.newsletter.delete({ where: { id } });
}

/** Newsletters whose time has come, the longest due first. */
export async function listDueNewsletterIds(db: Transaction, now: Date): Promise<string[]> {
  const rows = await db.newsletter.findMany({
    where: { state: 'scheduled', sendAt: { lte: now } },
    orderBy: [{ sendAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export async function listSendingNewsletterIds(db: Transaction): Promise<string[]> {
  const rows = await db.newsletter.findMany({ where: { state: 'sending' }, select: { id: true } });
  return rows.map(({ id }) => id);
}

export type StoppedNewsletter = { id: string; subject: string; stoppedAt: string; code: string };

/** Newsletters that did not go out at their time, or not to everybody, in the last two weeks. */
export async function listStoppedNewsletters(db: Transaction): Promise<StoppedNewsletter[]> {
  const rows = await parseRowsIn(
    db,
    z.object({ id: z.string(), subject: z.string(), stoppedAt: z.date(), code: z.string() }),
    Prisma.sql`select id, subject, stopped_at as "stoppedAt", stopped_code as code from newsletter
      where stopped_at > now() - interval '14 days' and stopped_code is not null
      order by stopped_at desc, id limit 20`,
  );
  return rows.map(({ stoppedAt, ...row }) => ({ ...row, stoppedAt: instant(stoppedAt) }));
}

export type NewsletterListItem = Pick<
  Newsletter,
  'id' | 'subject' | 'language' | 'state' | 'savedAt' | 'sendAt' | 'timeZone' | 'sentAt'
> & { stoppedAt: string | null; createdBy: { id: string; name: string } };

/** Newsletters, those changed last first. */
export async function listNewsletters(
  db: Transaction,
  { limit, cursor }: PageRequest,
): Promise<QueryPage<NewsletterListItem>> {
  const rows = await db.newsletter.findMany({
    where:
      cursor === null
        ? {}
        : {
            OR: [
              { savedAt: { lt: new Date(cursor.key) } },
              { savedAt: new Date(cursor.key), id: { gt: cursor.id } },
            ],
          },
    orderBy: [{ savedAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
    select: {
      ...{ id: true, subject: true, language: true, state: true, savedAt: true, sendAt: true },
      ...{ timeZone: true, sentAt: true, stoppedAt: true },
      createdBy: { select: { id: true, name: true } },
    },
  });
  return pageOf(rows, limit, {
    item: (row) => ({
      ...row,
      state: NewsletterState.parse(row.state),
      savedAt: instant(row.savedAt),
      sendAt: instantOrNull(row.sendAt),
      sentAt: instantOrNull(row.sentAt),
      stoppedAt: instantOrNull(row.stoppedAt),
    }),
    cursor: ({ savedAt, id }) => ({ key: instant(savedAt), id }),
  });
}

/** Sent newsletters that had an article or one of its findings in it, with when they went out. */
export async function listSentWith(
  db: Transaction,
  ids: readonly string[],
): Promise<{ language: string; at: Date; itemIds: string[] }[]> {
  if (ids.length === 0) return [];
  const rows = await db.newsletter.findMany({
    where: {
      sendingAt: { not: null },
      OR: ids.map((id) => ({ sentItems: { array_contains: [id] } })),
    },
    orderBy: { sendingAt: 'asc' },
    select: { language: true, sendingAt: true, sentItems: true },
  });
  return rows.flatMap(({ language, sendingAt, sentItems }) =>
    sendingAt === null
      ? []
      : [{ language, at: sendingAt, itemIds: z.array(z.string()).parse(sentItems) }],
  );
}
