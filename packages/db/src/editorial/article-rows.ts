import { Article, type ArticleContent } from '@viewpoints/domain/articles/article';
import { z } from 'zod';
import type { Prisma } from '../generated/client.ts';
import { instant, instantOrNull } from './instant.ts';

/** Related rows of an article: its topics, sources, authors and picks in order. */
export const articleParts = {
  topics: { orderBy: { position: 'asc' }, select: { topicId: true } },
  sources: { orderBy: { position: 'asc' }, select: { sourceId: true } },
  authors: { orderBy: { position: 'asc' }, select: { authorId: true } },
  picks: { orderBy: { position: 'asc' }, select: { pickedId: true } },
} as const satisfies Prisma.ArticleInclude;

type ArticleRow = Prisma.ArticleGetPayload<object>;

/** The ids in its related rows, in order. */
export const ArticleParts = z.object({
  topicIds: z.array(z.string()),
  sourceIds: z.array(z.string()),
  authorIds: z.array(z.string()),
  pickIds: z.array(z.string()),
});
export type ArticleParts = z.infer<typeof ArticleParts>;

/** The parts of a row that was read with `articleParts`. */
export const partsOfRow = (
  row: Prisma.ArticleGetPayload<{ include: typeof articleParts }>,
): ArticleParts => ({
  topicIds: row.topics.map(({ topicId }) => topicId),
  sourceIds: row.sources.map(({ sourceId }) => sourceId),
  authorIds: row.authors.map(({ authorId }) => authorId),
  pickIds: row.picks.map(({ pickedId }) => pickedId),
});

/** The parts of a loaded article. */
export const partsOf = ({
  byline,
  topicIds,
  sourceIds,
  pickIds,
}: ArticleContent): ArticleParts => ({
  ...{ topicIds, sourceIds, pickIds },
  authorIds: byline?.kind === 'authors' ? byline.authorIds : [],
});

function bylineOf(row: ArticleRow, { authorIds }: ArticleParts): ArticleContent['byline'] {
  if (authorIds.length > 0) return { kind: 'authors', authorIds };
  return row.bylineReason === null ? null : { kind: 'none', reason: row.bylineReason };
}

function partOf({ seriesId, seriesPart }: ArticleRow): ArticleContent['series'] {
  return seriesId === null || seriesPart === null ? null : { seriesId, part: seriesPart };
}

/** A row as the domain knows it; the body is parsed, so that nothing outside its schema leaves. */
export function articleOf(row: ArticleRow, parts: ArticleParts): Article {
  return Article.parse({
    id: row.id,
    kind: row.kind,
    parent: row.underAbout ? 'about' : row.parentId,
    slug: row.slug,
    section: row.section,
    genre: row.genre,
    language: row.language,
    direction: row.direction,
    headline: row.headline,
    standfirst: row.standfirst,
    body: row.body,
    byline: bylineOf(row, parts),
    topicIds: parts.topicIds,
    sourceIds: parts.sourceIds,
    series: partOf(row),
    translationOf: row.translationOfId,
    pickIds: parts.pickIds,
    note: row.note,
    state: row.state,
    createdBy: row.createdById,
    save: row.save,
    savedBy: row.savedById,
    savedAt: instant(row.savedAt),
    approvedRevisionId: row.approvedRevisionId,
    approvedBy: row.approvedById,
    liveRevisionId: row.liveRevisionId,
    publishAt: instantOrNull(row.publishAt),
    embargoUntil: instantOrNull(row.embargoUntil),
    timeZone: row.timeZone,
    firstPublishedAt: instantOrNull(row.firstPublishedAt),
    createdAt: instant(row.createdAt),
  });
}

/** The columns of what an editor writes. */
export function articleColumns(content: ArticleContent) {
  return {
    slug: content.slug,
    section: content.section,
    genre: content.genre,
    language: content.language,
    direction: content.direction,
    headline: content.headline,
    standfirst: content.standfirst,
    body: content.body as Prisma.InputJsonValue,
    bylineReason: content.byline?.kind === 'none' ? content.byline.reason : null,
    seriesId: content.series?.seriesId ?? null,
    seriesPart: content.series?.part ?? null,
    translationOfId: content.translationOf,
    note: content.note,
  };
}

/** The related rows of an article, in order. */
export function articlePartRows(content: ArticleContent) {
  const authorIds = content.byline?.kind === 'authors' ? content.byline.authorIds : [];
  return {
    topics: { create: content.topicIds.map((topicId, position) => ({ topicId, position })) },
    sources: { create: content.sourceIds.map((sourceId, position) => ({ sourceId, position })) },
    authors: { create: authorIds.map((authorId, position) => ({ authorId, position })) },
    picks: { create: content.pickIds.map((pickedId, position) => ({ pickedId, position })) },
  };
}
