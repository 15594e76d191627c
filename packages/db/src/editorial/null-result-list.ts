import { NullResultState, SearchedRegister } from '@viewpoints/domain/null-results/null-result';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { instant } from './instant.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';

/** What a list of null results is narrowed to. */
export const NullResultFilter = z.strictObject({
  state: NullResultState.optional(),
  actor: Id.optional(),
  issue: Id.optional(),
  /** Whether readers have it, or earlier words of it. */
  isPublic: z.boolean().optional(),
});
export type NullResultFilter = z.infer<typeof NullResultFilter>;

/** A null result as editors' lists show it. */
export type NullResultListItem = {
  id: string;
  actor: { id: string; name: string };
  issue: { id: string; name: string };
  searched: string;
  asOf: string;
  language: string;
  register: SearchedRegister;
  state: NullResultState;
  isPublic: boolean;
  proposedBy: { id: string; name: string };
  savedAt: string;
};

/** A proposed null result, and who wrote its present words. */
export type PendingNullResult = {
  id: string;
  actor: { id: string; name: string };
  issue: { id: string; name: string };
  authorIds: string[];
  proposedBy: { id: string; name: string };
  savedAt: string;
};

const named = { select: { id: true, name: true } } as const;

/** Null results, those changed last first. */
export async function listNullResults(
  db: Transaction,
  { limit, cursor, ...filter }: PageRequest & NullResultFilter,
): Promise<QueryPage<NullResultListItem>> {
  const rows = await db.nullResult.findMany({
    where: { AND: [conditionOf(filter), ...(cursor === null ? [] : [isAfter(cursor)])] },
    orderBy: [{ savedAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
    select: {
      ...{ id: true, searched: true, asOf: true, language: true, state: true, savedAt: true },
      register: true,
      ...{ actor: named, issue: named, proposedBy: named },
      published: { select: { id: true } },
    },
  });
  return pageOf(rows, limit, {
    item: ({ published, ...row }) => ({
      ...row,
      state: NullResultState.parse(row.state),
      register: SearchedRegister.parse(row.register),
      isPublic: published !== null,
      savedAt: instant(row.savedAt),
    }),
    cursor: ({ savedAt, id }) => ({ key: instant(savedAt), id }),
  });
}

function conditionOf({
  state,
  actor,
  issue,
  isPublic,
}: NullResultFilter): Prisma.NullResultWhereInput {
  return {
    ...(state === undefined ? {} : { state }),
    ...(actor === undefined ? {} : { actorId: actor }),
    ...(issue === undefined ? {} : { issueId: issue }),
    ...(isPublic === undefined ? {} : { published: isPublic ? { isNot: null } : { is: null } }),
  };
}

const isAfter = ({ key, id }: { key: string; id: string }): Prisma.NullResultWhereInput => ({
  OR: [{ savedAt: { lt: new Date(key) } }, { savedAt: new Date(key), id: { gt: id } }],
});

/** Null results that wait for a second person, the longest first. */
export async function listPendingNullResults(
  db: Transaction,
  limit: number,
): Promise<PendingNullResult[]> {
  const rows = await db.nullResult.findMany({
    where: { state: 'proposed' },
    orderBy: [{ savedAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: {
      ...{ id: true, authorIds: true, savedAt: true },
      ...{ actor: named, issue: named, proposedBy: named },
    },
  });
  return rows.map((row) => ({ ...row, savedAt: instant(row.savedAt) }));
}

type Named = { id: string; name: string };

/** The actors and issues that null results name. */
export async function listNamedIn(
  db: Transaction,
  nullResults: readonly { actorId: string; issueId: string }[],
): Promise<{ actors: Named[]; issues: Named[] }> {
  const select = { id: true, name: true } as const;
  const idsOf = (field: 'actorId' | 'issueId') => [
    ...new Set(nullResults.map((each) => each[field])),
  ];
  return {
    actors: await db.actor.findMany({ where: { id: { in: idsOf('actorId') } }, select }),
    issues: await db.issue.findMany({ where: { id: { in: idsOf('issueId') } }, select }),
  };
}
