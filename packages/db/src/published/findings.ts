import type { Stance } from '@viewpoints/domain/findings/finding';
import type { FindingPageView, FindingView } from '@viewpoints/domain/findings/finding-view';
import type { ReaderDatabase } from '../client.ts';
import { instant } from '../editorial/instant.ts';
import { type PageOf, type PageRequest, pageOf } from '../editorial/page.ts';
import type { Prisma } from '../generated/client.ts';
import { listCitingFinding } from './citations.ts';
import { findingColumns, findingRefOf, findingViewOf } from './finding-rows.ts';

const other = { select: findingColumns } as const;

/** A finding with what it is linked to and what replaced it; a withdrawn one says only that. */
export async function findFindingPage(
  db: ReaderDatabase,
  id: string,
): Promise<FindingPageView | null> {
  const row = await db.publishedFinding.findUnique({
    where: { id },
    select: {
      ...findingColumns,
      linksOut: { select: { kind: true, to: other }, orderBy: [{ kind: 'asc' }, { toId: 'asc' }] },
      linksIn: {
        select: { kind: true, from: other },
        orderBy: [{ kind: 'asc' }, { fromId: 'asc' }],
      },
      supersededBy: { select: { kind: true, new: other } },
      supersedes: { select: { kind: true, old: other }, orderBy: { at: 'desc' } },
    },
  });
  if (row === null) return null;
  const finding = findingViewOf(row);
  return {
    finding,
    links: [
      ...row.linksOut.map(({ kind, to }) => ({
        kind,
        direction: 'out' as const,
        finding: findingRefOf(to),
      })),
      ...row.linksIn.map(({ kind, from }) => ({
        kind,
        direction: 'in' as const,
        finding: findingRefOf(from),
      })),
    ],
    replacedBy:
      row.supersededBy === null
        ? null
        : { kind: row.supersededBy.kind, finding: findingRefOf(row.supersededBy.new) },
    replaces: row.supersedes.map(({ kind, old }) => ({ kind, finding: findingRefOf(old) })),
    citedBy: finding.state === 'withdrawn' ? [] : await listCitingFinding(db, id),
  };
}

/** Ids, as `find…Id` functions give them for slugs. */
export type FindingFilter = {
  actorId?: string | undefined;
  issueId?: string | undefined;
  articleId?: string | undefined;
  sourceId?: string | undefined;
  stance?: Stance | undefined;
};

/** Published findings, newest first, and in their article's order within it. */
export async function listFindings(
  db: ReaderDatabase,
  { cursor, limit, ...filter }: FindingFilter & PageRequest,
): Promise<PageOf<FindingView>> {
  const rows = await db.publishedFinding.findMany({
    where: {
      withdrawnAt: null,
      AND: [
        whereOf(filter),
        cursor === null
          ? {}
          : {
              OR: [
                { publishedAt: { lt: new Date(cursor.key) } },
                { publishedAt: new Date(cursor.key), id: { gt: cursor.id } },
              ],
            },
      ],
    },
    orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
    select: findingColumns,
  });
  return pageOf(rows, limit, {
    item: findingViewOf,
    cursor: ({ id, publishedAt }) => ({ key: instant(publishedAt), id }),
  });
}

/** More than any one actor will have said on one issue; a bound, not a page. */
const mostInPosition = 1_000;

/** What an actor holds on an issue, in order of when it was held. */
export async function listPosition(
  db: ReaderDatabase,
  { actorId, issueId }: { actorId: string; issueId: string },
): Promise<FindingView[]> {
  const rows = await db.publishedFinding.findMany({
    where: { withdrawnAt: null, ...whereOf({ actorId, issueId }) },
    orderBy: [{ heldAt: 'asc' }, { publishedAt: 'asc' }, { id: 'asc' }],
    take: mostInPosition,
    select: findingColumns,
  });
  return rows.map(findingViewOf);
}

function whereOf(filter: FindingFilter): Prisma.PublishedFindingWhereInput {
  const { actorId, issueId, articleId, sourceId, stance } = filter;
  return {
    ...(actorId === undefined ? {} : { holdings: { some: { actorId } } }),
    ...(issueId === undefined ? {} : { about: { some: { issueId } } }),
    ...(articleId === undefined ? {} : { articleId }),
    ...(sourceId === undefined ? {} : { sourceId }),
    ...(stance === undefined ? {} : { stance }),
  };
}
