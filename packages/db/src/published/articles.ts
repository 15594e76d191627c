import type { Genre } from '@viewpoints/domain/articles/article';
import { ArticleSummary, ArticleView } from '@viewpoints/domain/articles/article-view';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import type { ReaderDatabase } from '../client.ts';
import { instant } from '../editorial/instant.ts';
import { type PageOf, type PageRequest, pageOf } from '../editorial/page.ts';
import type { Prisma } from '../generated/client.ts';
import { correctionViewOf } from './corrections.ts';
import { findingColumns, findingViewOf } from './finding-rows.ts';
import { findByFormerSlug } from './former-slug.ts';

/**
 * An article as it stands, or one of its versions as it was. Null where readers may not see it,
 * or there is none. An old address finds it too: its view then has another slug.
 */
export async function findArticle(
  db: ReaderDatabase,
  slug: string,
  number?: number,
): Promise<ArticleView | null> {
  const found = (await findRow(db, { slug })) ?? (await findFormer(db, slug));
  if (found === null) return null;
  // A retracted article has its notice at every address, and nothing else at any.
  const wanted = found.retracted ? found.version : (number ?? found.version);
  if (number !== undefined && !found.versions.some((version) => version.number === number))
    return null;
  const version = await db.publishedVersion.findUnique({
    where: { articleId_number: { articleId: found.id, number: wanted } },
    select: { view: true },
  });
  return version?.view == null ? null : wholeViewOf(found, ArticleView.parse(version.view));
}

/** What is told with a version besides its own view. */
export const wholeColumns = {
  ...{ id: true, version: true, retracted: true, summary: true },
  versions: { select: { number: true, at: true, note: true }, orderBy: { number: 'desc' } },
  corrections: {
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    include: { article: { select: { summary: true } } },
  },
  findings: { select: findingColumns },
} as const satisfies Prisma.PublishedArticleSelect;

type Row = Prisma.PublishedArticleGetPayload<{ select: typeof wholeColumns }>;

function findRow(
  db: ReaderDatabase,
  where: { slug: string } | { id: string },
): Promise<Row | null> {
  return db.publishedArticle.findUnique({ where, select: wholeColumns });
}

async function findFormer(db: ReaderDatabase, slug: string): Promise<Row | null> {
  const id = await findByFormerSlug(db, 'article', slug);
  return id === null ? null : findRow(db, { id });
}

/** The id behind an article's address, present or former. */
export async function findArticleId(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string } | null> {
  const row = await db.publishedArticle.findUnique({ where: { slug }, select: { id: true } });
  if (row !== null) return row;
  const id = await findByFormerSlug(db, 'article', slug);
  return id === null ? null : { id };
}

/** What has happened since a version came out is told with it; what was withdrawn is not. */
export function wholeViewOf(row: Row, view: ArticleView): ArticleView {
  const summary = ArticleSummary.parse(row.summary);
  const now = new Map(row.findings.map((finding) => [finding.id, findingViewOf(finding)]));
  const findings = view.findings.flatMap((then): FindingView[] => {
    const finding = now.get(then.id);
    if (finding === undefined || finding.state === 'withdrawn') return [];
    return [{ ...then, state: finding.state, article: finding.article }];
  });
  const corrections = row.corrections.map(correctionViewOf);
  return {
    ...view,
    slug: summary.slug,
    findings,
    findingCount: findings.filter(({ state }) => state === 'published').length,
    corrections,
    corrected: summary.corrected,
    versions: row.versions.map(({ number, at, note }) => ({ number, at: instant(at), note })),
  };
}

/** Ids, as `find…Id` functions give them for slugs. */
export type ArticleFilter = {
  topicId?: string | undefined;
  authorId?: string | undefined;
  actorId?: string | undefined;
  issueId?: string | undefined;
  genre?: Genre | undefined;
};

/** Published articles, newest first; not those that were retracted. */
export async function listArticles(
  db: ReaderDatabase,
  { cursor, limit, ...filter }: ArticleFilter & PageRequest,
): Promise<PageOf<ArticleSummary>> {
  const rows = await db.publishedArticle.findMany({
    where: {
      retracted: false,
      AND: [
        ...filtersOf(filter),
        cursor === null
          ? {}
          : {
              OR: [
                { publishedAt: { lt: new Date(cursor.key) } },
                { publishedAt: new Date(cursor.key), id: { lt: cursor.id } },
              ],
            },
      ],
    },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: { id: true, publishedAt: true, summary: true },
  });
  return pageOf(rows, limit, {
    item: ({ summary }) => ArticleSummary.parse(summary),
    cursor: ({ id, publishedAt }) => ({ key: instant(publishedAt), id }),
  });
}

export function filtersOf(filter: ArticleFilter): Prisma.PublishedArticleWhereInput[] {
  const { topicId, authorId, actorId, issueId, genre } = filter;
  return [
    ...(genre === undefined ? [] : [{ genre }]),
    ...(topicId === undefined ? [] : [{ topics: { some: { topicId } } }]),
    ...(authorId === undefined ? [] : [{ contributors: { some: { authorId } } }]),
    ...(actorId === undefined ? [] : [{ findings: { some: { holdings: { some: { actorId } } } } }]),
    ...(issueId === undefined ? [] : [{ findings: { some: { about: { some: { issueId } } } } }]),
  ];
}
