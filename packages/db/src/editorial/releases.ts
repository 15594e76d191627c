import type { ArticleState } from '@viewpoints/domain/articles/article';
import { VersionChange } from '@viewpoints/domain/articles/scheduled-version';
import type { Release } from '@viewpoints/domain/releases/release';
import { type Direction, Id, text } from '@viewpoints/domain/values';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn } from '../statement.ts';
import { dateOrNull, instant, instantOrNull } from './instant.ts';
import { dayRange, ListDay } from './list-filters.ts';
import { pageThrough, positionOf } from './list-order.ts';
import { countLimit, type OrderedRequest, pageOf, type QueryPage } from './page.ts';

const timesAndName = {
  id: true,
  name: true,
  save: true,
  publishAt: true,
  timeZone: true,
  createdAt: true,
  releasedAt: true,
  stoppedAt: true,
} as const satisfies Prisma.ReleaseSelect;

const columns = {
  ...timesAndName,
  createdById: true,
  articles: { orderBy: { position: 'asc' }, select: { articleId: true, refusedCode: true } },
} as const satisfies Prisma.ReleaseSelect;

type Times = Prisma.ReleaseGetPayload<{ select: typeof timesAndName }>;

const instants = ({ createdAt, publishAt, releasedAt, stoppedAt }: Times) => ({
  createdAt: instant(createdAt),
  publishAt: instantOrNull(publishAt),
  releasedAt: instantOrNull(releasedAt),
  stoppedAt: instantOrNull(stoppedAt),
});

function releaseOf({
  createdById,
  ...row
}: Prisma.ReleaseGetPayload<{ select: typeof columns }>): Release {
  return { ...row, ...instants(row), createdBy: createdById };
}

export async function findRelease(db: Transaction, id: string): Promise<Release | null> {
  const row = await db.release.findUnique({ where: { id }, select: columns });
  return row === null ? null : releaseOf(row);
}

/** Takes a release for this transaction, before any of its articles is taken. */
export async function lockRelease(tx: Transaction, id: string): Promise<Release | null> {
  await lockRowsIn(tx, Prisma.sql`select 1 from release where id = ${id}::uuid for update`);
  return findRelease(tx, id);
}

export async function insertRelease(
  tx: Transaction,
  {
    createdBy,
    createdAt,
    ...release
  }: Pick<Release, 'id' | 'name' | 'timeZone' | 'createdBy'> & {
    createdAt: Date;
  },
): Promise<Release> {
  return releaseOf(
    await tx.release.create({
      data: { ...release, save: 1, createdById: createdBy, createdAt },
      select: columns,
    }),
  );
}

export type ReleaseColumns = Partial<
  Pick<Release, 'name' | 'save' | 'publishAt' | 'timeZone' | 'releasedAt' | 'stoppedAt'>
>;

/** Updates a locked release. A future time clears why it was stopped before. */
export async function updateRelease(
  tx: Transaction,
  id: string,
  { publishAt, releasedAt, stoppedAt, ...columnsOf }: ReleaseColumns,
): Promise<Release> {
  const row = await tx.release.update({
    where: { id },
    data: {
      ...columnsOf,
      ...(publishAt === undefined ? {} : { publishAt: dateOrNull(publishAt) }),
      ...(releasedAt === undefined ? {} : { releasedAt: dateOrNull(releasedAt) }),
      ...(stoppedAt === undefined ? {} : { stoppedAt: dateOrNull(stoppedAt) }),
      ...(stoppedAt === null
        ? { articles: { updateMany: { where: {}, data: { refusedCode: null } } } }
        : {}),
    },
    select: columns,
  });
  return releaseOf(row);
}

export async function deleteRelease(tx: Transaction, id: string): Promise<void> {
  await tx.release.delete({ where: { id } });
}

/** Writes which articles it has, in their order, over those it had. */
export async function writeReleaseArticles(
  tx: Transaction,
  id: string,
  articleIds: readonly string[],
): Promise<Release> {
  await tx.releaseArticle.deleteMany({ where: { releaseId: id } });
  await tx.releaseArticle.createMany({
    data: articleIds.map((articleId, position) => ({ releaseId: id, articleId, position })),
  });
  const row = await tx.release.findUniqueOrThrow({ where: { id }, select: columns });
  return releaseOf(row);
}

/** Notes why articles of it were refused: the codes by the article's id. */
export async function writeRefusedCodes(
  tx: Transaction,
  id: string,
  codes: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [articleId, refusedCode] of codes)
    await tx.releaseArticle.update({
      where: { releaseId_articleId: { releaseId: id, articleId } },
      data: { refusedCode },
    });
}

/** A release as an article of it names it. */
export type ReleaseName = { id: string; name: string; publishAt: string | null };

/** The pending release of an article; null if it is in none, or that is released. */
export async function findPendingRelease(
  db: Transaction,
  articleId: string,
): Promise<ReleaseName | null> {
  const row = await db.release.findFirst({
    where: { releasedAt: null, articles: { some: { articleId } } },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, publishAt: true },
  });
  return row === null ? null : { ...row, publishAt: instantOrNull(row.publishAt) };
}

/** Releases whose time has come, those due longest first. */
export async function listDueReleaseIds(db: Transaction, now: Date): Promise<string[]> {
  const rows = await db.release.findMany({
    where: { releasedAt: null, publishAt: { lte: now } },
    orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
    take: 100,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export type StoppedRelease = { id: string; name: string; stoppedAt: string };

/** Releases that failed at their time and were not scheduled again. */
export async function listStoppedReleases(db: Transaction): Promise<StoppedRelease[]> {
  const rows = await db.release.findMany({
    where: { releasedAt: null, stoppedAt: { not: null } },
    orderBy: [{ stoppedAt: 'desc' }, { id: 'asc' }],
    take: 20,
    select: { id: true, name: true, stoppedAt: true },
  });
  return rows.flatMap(({ stoppedAt, ...row }) =>
    stoppedAt === null ? [] : [{ ...row, stoppedAt: instant(stoppedAt) }],
  );
}

/** A release as lists show it. */
export type ReleaseListItem = Omit<Release, 'articles' | 'createdBy'> & {
  createdBy: { id: string; name: string };
  articles: number;
};

/** The filters of the list, each optional. */
export const releaseFilterInputs = {
  /** Only those that are not out yet. */
  pending: z.boolean().optional(),
  state: z.enum(['open', 'scheduled', 'released', 'stopped']).optional(),
  /** Who began it. */
  owner: Id.optional(),
  /** The first and the last day on which it was begun, in the journal's time zone. */
  from: ListDay.optional(),
  to: ListDay.optional(),
  q: text(200).optional(),
};
export type ReleaseFilter = z.output<z.ZodObject<typeof releaseFilterInputs>>;

const inState: Record<NonNullable<ReleaseFilter['state']>, Prisma.ReleaseWhereInput> = {
  open: { releasedAt: null, publishAt: null },
  scheduled: { releasedAt: null, publishAt: { not: null } },
  released: { releasedAt: { not: null } },
  stopped: { releasedAt: null, stoppedAt: { not: null } },
};

/** Releases, those begun last first, or in another order. */
export async function listReleases(
  db: Transaction,
  listing: OrderedRequest & ReleaseFilter,
): Promise<QueryPage<ReleaseListItem>> {
  const { limit, counted, pending, state, owner, q = '' } = listing;
  const createdAt = await dayRange(db, listing);
  const filter: Prisma.ReleaseWhereInput = {
    ...(pending ? { releasedAt: null } : {}),
    ...(owner === undefined ? {} : { createdById: owner }),
    ...(createdAt === undefined ? {} : { createdAt }),
    AND: [
      ...(state === undefined ? [] : [inState[state]]),
      ...wordsOf(q).map((word) => ({ name: { contains: word, mode: 'insensitive' as const } })),
    ],
  };
  const { where, orderBy } = pageThrough(listing, { at: 'createdAt', name: 'name' });
  const rows = await db.release.findMany({
    where: { AND: [filter, where] },
    orderBy,
    take: limit + 1,
    select: {
      ...timesAndName,
      createdBy: { select: { id: true, name: true } },
      _count: { select: { articles: true } },
    },
  });
  const page = pageOf(rows, limit, {
    item: ({ _count, ...row }) => ({ ...row, ...instants(row), articles: _count.articles }),
    cursor: ({ createdAt, name, id }) =>
      positionOf({ key: listing.order === 'name' ? name : createdAt, id }),
  });
  if (!counted) return page;
  return { ...page, count: await db.release.count({ where: filter, take: countLimit }) };
}

/** The words of a search; a percent sign or underscore in one stands for itself. */
const wordsOf = (q: string): string[] =>
  q
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/[\\%_]/g, '\\$&'));

/** An article as a release shows it. */
export type ReleasedArticle = {
  id: string;
  headline: string;
  direction: Direction;
  state: ArticleState;
  live: boolean;
  publishAt: string | null;
  embargoUntil: string | null;
  /** The kind and notices that its next version is, or was last, scheduled with; null if there are none. */
  change: VersionChange | null;
};

/** The articles of a release as they are now, in its order. */
export async function listReleaseArticles(
  db: Transaction,
  releaseId: string,
): Promise<ReleasedArticle[]> {
  const rows = await db.releaseArticle.findMany({
    where: { releaseId },
    orderBy: { position: 'asc' },
    select: {
      article: {
        select: {
          ...{ id: true, headline: true, direction: true, state: true },
          ...{ liveRevisionId: true, publishAt: true, embargoUntil: true },
          scheduled: { select: { minor: true, corrections: true } },
        },
      },
    },
  });
  return rows.map(({ article: { liveRevisionId, publishAt, embargoUntil, ...rest } }) => {
    const { scheduled: change, ...article } = rest;
    return {
      ...article,
      change: change && VersionChange.parse(change),
      live: liveRevisionId !== null,
      publishAt: instantOrNull(publishAt),
      embargoUntil: instantOrNull(embargoUntil),
    };
  });
}
