import type { FindingState, Stance } from '@viewpoints/domain/findings/finding';
import type { Transaction } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { instant } from './instant.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';

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
  /** Null where somebody sees what is published alone. */
  proposedBy: { id: string; name: string } | null;
  updatedAt: string;
};

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
  updatedAt: true,
} as const satisfies Prisma.FindingSelect;

type Row = Prisma.FindingGetPayload<{ select: typeof columns }>;

const itemOf = (row: Row): FindingListItem => ({
  ...row,
  issues: row.issues.map(({ issue }) => issue),
  updatedAt: instant(row.updatedAt),
});

export type FindingFilter = {
  states?: FindingState[] | undefined;
  stance?: Stance | undefined;
  articleId?: string | undefined;
  actorId?: string | undefined;
  issueId?: string | undefined;
  sourceId?: string | undefined;
  /** Words looked for in the proposition and the quote. */
  q?: string | undefined;
};

function whereOf(filter: FindingFilter): Prisma.FindingWhereInput {
  const { states, stance, articleId, actorId, issueId, sourceId, q } = filter;
  const words = q?.split(/\s+/).filter((word) => word !== '') ?? [];
  return {
    ...(states === undefined || states.length === 0 ? {} : { state: { in: states } }),
    ...(stance === undefined ? {} : { stance }),
    ...(articleId === undefined ? {} : { articleId }),
    ...(sourceId === undefined ? {} : { sourceId }),
    ...(actorId === undefined ? {} : { holders: { some: { actorId } } }),
    ...(issueId === undefined ? {} : { issues: { some: { issueId } } }),
    AND: words.map((word) => ({
      OR: ['proposition', 'quoteExact'].map((field) => ({
        [field]: { contains: word, mode: 'insensitive' },
      })),
    })),
  };
}

/** Lists findings, the last changed first. */
export async function listFindings(
  db: Transaction,
  { cursor, limit, ...filter }: FindingFilter & PageRequest,
): Promise<QueryPage<FindingListItem>> {
  const after: Prisma.FindingWhereInput =
    cursor === null
      ? {}
      : {
          OR: [
            { updatedAt: { lt: new Date(cursor.key) } },
            { updatedAt: new Date(cursor.key), id: { gt: cursor.id } },
          ],
        };
  const rows = await db.finding.findMany({
    where: { AND: [whereOf(filter), after] },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
    select: columns,
  });
  return pageOf(rows, limit, {
    item: itemOf,
    cursor: (row) => ({ key: instant(row.updatedAt), id: row.id }),
  });
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

/** What a finding is linked to, replaced by or replacing, named so that a screen can show it. */
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
