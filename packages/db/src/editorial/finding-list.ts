import type { FindingState } from '@viewpoints/domain/findings/finding';
import type { Stance } from '@viewpoints/domain/findings/finding-fields';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { type FindingFilter, filterCondition } from './finding-filters.ts';
import { instant } from './instant.ts';
import { countRows } from './list-filters.ts';
import { pageOfFound, partOfPage } from './list-order.ts';
import type { OrderedRequest, QueryPage } from './page.ts';
import { isOutOfTrash } from './trash.ts';

/** A finding as editors' lists show it. */
export type FindingListItem = {
  id: string;
  /** Null for one of another’s article that no version shows any more. */
  number: number | null;
  state: FindingState;
  proposition: string;
  stance: Stance;
  article: { id: string; headline: string; slug: string };
  holders: { actor: { id: string; name: string } | null; wording: string | null }[];
  issues: { id: string; name: string }[];
  /** Null for accounts that see only what is published. */
  proposedBy: { id: string; name: string } | null;
  reviewBy: string | null;
  updatedAt: string;
};

/** Fields of another's published finding that a contributor does not see. */
export const hiddenFromOthers = {
  proposedBy: null,
  reviewBy: null,
} satisfies Partial<FindingListItem>;

const columns = {
  id: true,
  number: true,
  state: true,
  proposition: true,
  stance: true,
  article: { select: { id: true, headline: true, slug: true } },
  holders: {
    orderBy: { position: 'asc' },
    select: { actor: { select: { id: true, name: true } }, wording: true },
  },
  issues: { orderBy: { position: 'asc' }, select: { issue: { select: { id: true, name: true } } } },
  proposedBy: { select: { id: true, name: true } },
  reviewBy: true,
  updatedAt: true,
} as const satisfies Prisma.FindingSelect;

type Row = Prisma.FindingGetPayload<{ select: typeof columns }>;

const itemOf = (row: Row): FindingListItem => ({
  ...row,
  issues: row.issues.map(({ issue }) => issue),
  updatedAt: instant(row.updatedAt),
});

/** A finding that a list has found, before its row is read. */
export const Found = z.object({ id: z.string(), key: z.date() });

/** Lists findings, the last changed first unless another order is given. */
export async function listFindings(
  db: Transaction,
  { cursor, limit, order = 'newest', counted, ...filter }: FindingFilter & OrderedRequest,
): Promise<QueryPage<FindingListItem>> {
  const { sql } = Prisma;
  const matching = sql`from finding f
    where ${isOutOfTrash(sql`f.article_id`)} and ${filterCondition(filter, 'own')}`;
  const found = await parseRowsIn(
    db,
    Found,
    sql`
    select f.id, f.updated_at as key ${matching}
      and ${partOfPage({ cursor, limit, order }, { at: sql`f.updated_at`, id: sql`f.id` })}`,
  );
  const page = await pageOfFound(found, limit, (ids) =>
    listFindingsWhere(db, { id: { in: ids.map(({ id }) => id) } }, limit),
  );
  return counted ? { ...page, count: await countRows(db, sql`select ${matching}`) } : page;
}

/** The first findings that a condition picks, the last changed first. */
export async function listFindingsWhere(
  db: Transaction,
  where: Prisma.FindingWhereInput,
  limit: number,
): Promise<FindingListItem[]> {
  const rows = await db.finding.findMany({
    where,
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: limit,
    select: columns,
  });
  return rows.map(itemOf);
}

/** A finding that another is linked to, replaced by or replacing, named so that a screen can show it. */
export type FindingName = {
  id: string;
  number: number | null;
  proposition: string;
  articleId: string;
};

export async function listFindingNames(db: Transaction, ids: string[]): Promise<FindingName[]> {
  return db.finding.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true, proposition: true, articleId: true },
  });
}
