import type { ArticleState, Genre } from '@viewpoints/domain/articles/article';
import type { Priority } from '@viewpoints/domain/articles/assignment';
import type { ArticleKind } from '@viewpoints/domain/pages/page-parent';
import type { Direction } from '@viewpoints/domain/values';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { type ArticleFilter, articleCondition } from './article-filters.ts';
import { instant, instantOrNull } from './instant.ts';
import { countRows } from './list-filters.ts';
import { pageOfFound, partOfPage } from './list-order.ts';
import type { OrderedRequest, QueryPage } from './page.ts';
import { isOutOfTrash } from './trash.ts';

const { sql } = Prisma;

type Person = { id: string; name: string };

/** An article as editors' lists show it. */
export type ArticleListItem = {
  id: string;
  kind: ArticleKind;
  /** Of a page: where it stands, by the slugs of the working copies, without the first slash. */
  address: string | null;
  slug: string;
  section: string;
  headline: string;
  genre: Genre;
  language: string;
  direction: Direction;
  state: ArticleState;
  /** Null, like its editors, for accounts that see only what is published. */
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
  /** The assignment; null if there is none, or for accounts that see only what is published. */
  assignment: { assignee: Person | null; dueOn: string | null; priority: Priority } | null;
};

const above = { slug: true, underAbout: true } as const;
const columns = {
  id: true,
  kind: true,
  underAbout: true,
  parent: { select: { ...above, parent: { select: above } } },
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

function addressOf({ kind, slug, underAbout, parent }: Row): string | null {
  if (kind === 'article') return null;
  const isUnder = underAbout || parent?.underAbout || parent?.parent?.underAbout;
  const slugs = [isUnder ? 'about' : undefined, parent?.parent?.slug, parent?.slug, slug];
  return slugs.filter((each) => each !== undefined).join('/');
}

function itemOf(row: Row): ArticleListItem {
  const { liveRevisionId, topics, findings, underAbout: _, parent: __, ...rest } = row;
  return {
    ...rest,
    address: addressOf(row),
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

/** Lists working copies, the last saved first unless another order is given. */
export async function listArticles(
  db: Transaction,
  { cursor, limit, order = 'newest', counted, ...filter }: ArticleFilter & OrderedRequest,
): Promise<QueryPage<ArticleListItem>> {
  const matching = sql`from article a
    where ${isOutOfTrash(sql`a.id`)} and ${articleCondition(filter, 'own')}`;
  const columns = { at: sql`a.saved_at`, name: sql`a.headline`, id: sql`a.id` };
  const found = await parseRowsIn(
    db,
    z.object({ id: z.string(), key: z.union([z.date(), z.string()]) }),
    sql`
    select a.id, ${order === 'name' ? columns.name : columns.at} as key ${matching}
      and ${partOfPage({ cursor, limit, order }, columns)}`,
  );
  const page = await pageOfFound(found, limit, (ids) =>
    listArticlesWhere(db, { id: { in: ids.map(({ id }) => id) } }, limit),
  );
  return counted ? { ...page, count: await countRows(db, sql`select ${matching}`) } : page;
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

/** Headlines of articles, for fields with their ids; unknown ids are left out. */
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
