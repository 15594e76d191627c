import type { ArticleState, Genre } from '@viewpoints/domain/articles/article';
import type { Priority } from '@viewpoints/domain/articles/assignment';
import type { Direction } from '@viewpoints/domain/values';
import type { Transaction } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { instant, instantOrNull } from './instant.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';

type Person = { id: string; name: string };

/** An article as editors' lists show it. */
export type ArticleListItem = {
  id: string;
  slug: string;
  section: string;
  headline: string;
  genre: Genre;
  language: string;
  direction: Direction;
  state: ArticleState;
  /** Null, with those who work on it, where somebody sees what is published alone. */
  save: number | null;
  savedAt: string;
  savedBy: Person | null;
  createdBy: Person | null;
  topics: { id: string; name: string }[];
  publishAt: string | null;
  embargoUntil: string | null;
  firstPublishedAt: string | null;
  /** Live while a next revision is worked on. */
  live: boolean;
  findings: { all: number; proposed: number };
  /** Whose turn it is; null where nobody was given it, or somebody sees what is published alone. */
  assignment: { assignee: Person | null; dueOn: string | null; priority: Priority } | null;
};

const columns = {
  id: true,
  slug: true,
  section: true,
  headline: true,
  genre: true,
  language: true,
  direction: true,
  state: true,
  save: true,
  savedAt: true,
  savedBy: { select: { id: true, name: true } },
  createdBy: { select: { id: true, name: true } },
  topics: { orderBy: { position: 'asc' }, select: { topic: { select: { id: true, name: true } } } },
  publishAt: true,
  embargoUntil: true,
  firstPublishedAt: true,
  liveRevisionId: true,
  findings: { select: { state: true } },
  assignment: {
    select: { assignee: { select: { id: true, name: true } }, dueOn: true, priority: true },
  },
} as const satisfies Prisma.ArticleSelect;

type Row = Prisma.ArticleGetPayload<{ select: typeof columns }>;

function itemOf({ liveRevisionId, topics, findings, ...row }: Row): ArticleListItem {
  return {
    ...row,
    savedAt: instant(row.savedAt),
    publishAt: instantOrNull(row.publishAt),
    embargoUntil: instantOrNull(row.embargoUntil),
    firstPublishedAt: instantOrNull(row.firstPublishedAt),
    topics: topics.map(({ topic }) => topic),
    live: liveRevisionId !== null,
    findings: {
      all: findings.length,
      proposed: findings.filter(({ state }) => state === 'proposed').length,
    },
  };
}

export type ArticleFilter = {
  states?: ArticleState[] | undefined;
  genre?: Genre | undefined;
  /** Words looked for in headline, standfirst and slug. */
  q?: string | undefined;
  createdBy?: string | undefined;
  /** Whose turn it is. */
  assigneeId?: string | undefined;
  topicId?: string | undefined;
};

function whereOf({
  states,
  genre,
  q,
  createdBy,
  assigneeId,
  topicId,
}: ArticleFilter): Prisma.ArticleWhereInput {
  const words = q?.split(/\s+/).filter((word) => word !== '') ?? [];
  return {
    ...(states === undefined || states.length === 0 ? {} : { state: { in: states } }),
    ...(genre === undefined ? {} : { genre }),
    ...(createdBy === undefined ? {} : { createdById: createdBy }),
    ...(assigneeId === undefined ? {} : { assignment: { assigneeId } }),
    ...(topicId === undefined ? {} : { topics: { some: { topicId } } }),
    AND: words.map((word) => ({
      OR: ['headline', 'standfirst', 'slug'].map((field) => ({
        [field]: { contains: word, mode: 'insensitive' },
      })),
    })),
  };
}

/** Lists working copies, the last saved first. */
export async function listArticles(
  db: Transaction,
  { cursor, limit, ...filter }: ArticleFilter & PageRequest,
): Promise<QueryPage<ArticleListItem>> {
  const after: Prisma.ArticleWhereInput =
    cursor === null
      ? {}
      : {
          OR: [
            { savedAt: { lt: new Date(cursor.key) } },
            { savedAt: new Date(cursor.key), id: { gt: cursor.id } },
          ],
        };
  const rows = await db.article.findMany({
    where: { AND: [whereOf(filter), after] },
    orderBy: [{ savedAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
    select: columns,
  });
  return pageOf(rows, limit, {
    item: itemOf,
    cursor: (row) => ({ key: instant(row.savedAt), id: row.id }),
  });
}

/** The first articles that a condition picks, the last saved first or the next due first. */
export async function listArticlesWhere(
  db: Transaction,
  where: Prisma.ArticleWhereInput,
  limit: number,
  order: 'savedAt' | 'publishAt' = 'savedAt',
): Promise<ArticleListItem[]> {
  const rows = await db.article.findMany({
    where,
    orderBy: [order === 'savedAt' ? { savedAt: 'desc' } : { publishAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: columns,
  });
  return rows.map(itemOf);
}

/** What articles are called, for fields that hold their ids; unknown ids are left out. */
export type ArticleName = Pick<
  ArticleListItem,
  'id' | 'slug' | 'headline' | 'language' | 'direction' | 'state'
>;

export async function listArticleNames(db: Transaction, ids: string[]): Promise<ArticleName[]> {
  return db.article.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, headline: true, language: true, direction: true, state: true },
  });
}
