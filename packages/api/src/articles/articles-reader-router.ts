import { ArchiveMonth } from '@viewpoints/domain/articles/archive-view';
import { Genre } from '@viewpoints/domain/articles/article';
import {
  ArticlePageView,
  ArticleSurroundings,
} from '@viewpoints/domain/articles/article-page-view';
import { ListedArticle } from '@viewpoints/domain/articles/article-view';
import { byKind, type FeedSubjectKind, kindsWith } from '@viewpoints/domain/kinds/kinds';
import { CALENDAR_SPAN } from '@viewpoints/domain/text/calendar-span';
import { boundedString, Slug } from '@viewpoints/domain/values';
import { type Tag, tag } from '@viewpoints/published/changes/tags';
import { listPublishedMonths } from '@viewpoints/published/query/archive';
import {
  articleOrders,
  type EntryFilter,
  findPublishedArticle,
  findPublishedArticleId,
  listPublishedArticles,
} from '@viewpoints/published/query/articles';
import { listPublishedCitingArticle } from '@viewpoints/published/query/citations';
import { listPublishedCitedChanges } from '@viewpoints/published/query/cited-changes';
import { findPublishedEntry } from '@viewpoints/published/query/entries';
import { listPublishedRelated } from '@viewpoints/published/query/related';
import {
  findPublishedPlaceInSeries,
  listPublishedTranslations,
} from '@viewpoints/published/query/relations';
import { z } from 'zod';
import type { ReaderContext } from '../context.ts';
import { byTime, page, request } from '../paging.ts';
import { bySlug, type Filter, filterOf, orNotFound, pageOf } from '../reader-inputs.ts';
import { readerProcedureAt, readerRouter } from '../trpc.ts';

/**
 * Whether an article with translations is listed once, in the journal's language or else as its
 * original, or each by itself.
 */
const translations = z.enum(['apart', 'together']).default('apart');

/** The filters of a list. */
const subjects = kindsWith('feed');
type Filters = Partial<Record<FeedSubjectKind, Filter | undefined>>;

const listed = byTime.extend({
  translations,
  ...byKind(subjects, () => Slug.optional()),
  genre: Genre.optional(),
  /** A year or a month of the journal's calendar. */
  within: boundedString(7)
    .regex(CALENDAR_SPAN, 'use a year or a month, such as 2031 or 2031-05')
    .optional(),
  order: z.enum(articleOrders).default('newest'),
});

/** A list under a page changes with that page; any other with the list as a whole. */
function listTags(by: Filters): Tag[] {
  const [first] = subjects.flatMap((kind) => {
    const slug = by[kind]?.slug;
    return slug === undefined ? [] : [tag[kind](slug)];
  });
  return [first ?? 'list:articles'];
}

const entryFilterOf = (by: Filters): EntryFilter =>
  Object.fromEntries(subjects.map((kind) => [`${kind}Id`, by[kind]?.id]));

async function show(ctx: ReaderContext, slug: string, number?: number): Promise<ArticlePageView> {
  const article = orNotFound(
    ctx,
    'article',
    slug,
    await findPublishedArticle(ctx.reader, slug, number),
  );
  const { id, findings } = article;
  const [series, translations] = await Promise.all([
    findPublishedPlaceInSeries(ctx.reader, id),
    listPublishedTranslations(ctx.reader, id),
  ]);
  ctx.show?.([
    tag.article(id),
    ...findings.map((finding) => tag.finding(finding.id)),
    ...(series === null ? [] : [tag.series(series.series.slug)]),
  ]);
  return { ...article, series, translations };
}

export const articlesReaderRouter = readerRouter({
  /** The live version; at a former address its `slug` differs from the requested one. */
  bySlug: readerProcedureAt('/articles/{slug}', 'An article as it is now', {
    slug: 'the-breakwater-clause',
  })
    .input(bySlug)
    .output(ArticlePageView)
    .query(({ ctx, input }) => show(ctx, input.slug)),

  /** One version as it was, with the corrections made since. */
  version: readerProcedureAt('/articles/{slug}/versions/{number}', 'An article as it was', {
    slug: 'the-breakwater-clause',
    number: 1,
  })
    .input(bySlug.extend({ number: z.int().min(1).max(100_000) }))
    .output(ArticlePageView)
    .query(({ ctx, input }) => show(ctx, input.slug, input.number)),

  /**
   * Related articles, what cites the article, and what became of what it cites. New related
   * articles show when the response is next rendered: they are not announced.
   */
  around: readerProcedureAt(
    '/articles/{slug}/surroundings',
    'What is related to an article and what cites it',
    { slug: 'the-breakwater-clause' },
  )
    .input(bySlug)
    .output(ArticleSurroundings)
    .query(async ({ ctx, input: { slug } }) => {
      const { id } = orNotFound(
        ctx,
        'article',
        slug,
        await findPublishedArticleId(ctx.reader, slug),
      );
      const [related, citedBy, changes] = await Promise.all([
        listPublishedRelated(ctx.reader, id),
        listPublishedCitingArticle(ctx.reader, id),
        listPublishedCitedChanges(ctx.reader, id),
      ]);
      ctx.show?.([id, ...related.map((each) => each.id)].map(tag.article));
      return { related, citedBy, changes };
    }),

  /** The months in which articles were published, newest first, each with the number. */
  months: readerProcedureAt('/archive', 'The months in which articles were published')
    .input(z.strictObject({ translations }).prefault({}))
    .output(z.array(ArchiveMonth))
    .query(({ ctx, input }) => {
      ctx.show?.(['list:articles', 'journal']);
      return listPublishedMonths(ctx.reader, { together: input.translations === 'together' });
    }),

  /** Newest first by default. */
  list: readerProcedureAt('/articles', 'Articles, newest or oldest first', {
    topic: 'water',
    limit: 1,
  })
    .input(listed.prefault({}))
    .output(pageOf(ListedArticle))
    .query(async ({ ctx, input }) => {
      const { translations, genre, within, order, cursor, limit } = request(input);
      const together = translations === 'together';
      const by: Filters = {};
      for (const kind of subjects)
        by[kind] = await filterOf(ctx, kind, input[kind], {
          find: (db, slug) => findPublishedEntry(db, kind, slug),
          slugOf: (found) => found.slug,
        });
      const found = await listPublishedArticles(ctx.reader, {
        ...{ genre, within, order, cursor, limit, together },
        ...entryFilterOf(by),
      });
      ctx.show?.([
        ...listTags(by),
        ...(together ? ['journal' as const] : []),
        ...found.items.map(({ id }) => tag.article(id)),
      ]);
      return page(found);
    }),
});
