import type { ArticleState } from '@viewpoints/domain/articles/article';
import { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import { visibleFrom } from '@viewpoints/domain/articles/schedule';
import type { ArticleKind } from '@viewpoints/domain/pages/page-parent';
import type { Direction } from '@viewpoints/domain/values';
import type { Transaction } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { instant, instantOrNull } from './instant.ts';
import { ownArticles } from './ownership.ts';

/** Most entries of each kind that one reading of the calendar has. */
export const MAX_ENTRIES = 500;

/** A span of time, from its start up to and without its end. */
export type Span = { from: Date; to: Date };
/** The scope of a calendar: everybody's work, or one person's own and what is public. */
export type CalendarOwner = 'all' | { accountId: string };

type Titled = {
  id: string;
  kind: ArticleKind;
  headline: string;
  language: string;
  direction: Direction;
};

/** An article to be published, at the later of its time and the end of its embargo. */
export type ScheduledEntry = Titled & {
  at: string;
  publishAt: string;
  embargoUntil: string | null;
  timeZone: string;
  /** Whether readers have a version of it already. */
  live: boolean;
  /** The release it is part of; only the release can be moved. */
  releaseId: string | null;
};

/** A release that is scheduled: all its articles go out then, or none. */
export type ReleaseEntry = {
  id: string;
  name: string;
  at: string;
  timeZone: string;
  articles: number;
};

/** An article that was published, or becomes visible when its embargo ends. */
export type PublishedEntry = Titled & {
  at: string;
  slug: string;
  /** Of a page, its address without the first slash. */
  path: string | null;
  state: Extract<ArticleState, 'published' | 'retracted'>;
  /** Whether it is shown as published, and opens on the reading site. */
  isPublic: boolean;
};

/** An article whose next step is to be done by a day. */
export type DueEntry = Titled & { day: string };

/** Published findings of an article that are to be looked at again by a day. */
export type ReviewEntry = Titled & { day: string; findings: number };

const titled = { id: true, kind: true, headline: true, language: true, direction: true } as const;

const own = (owner: CalendarOwner): Prisma.ArticleWhereInput =>
  owner === 'all' ? {} : ownArticles(owner.accountId);

/** Articles scheduled within a span, soonest first. */
export async function listScheduled(
  db: Transaction,
  { from, to }: Span,
  owner: CalendarOwner,
): Promise<ScheduledEntry[]> {
  const within = { gte: from, lt: to };
  const rows = await db.article.findMany({
    where: {
      AND: [
        { state: 'scheduled', publishAt: { not: null } },
        { OR: [{ publishAt: within }, { embargoUntil: within }] },
        own(owner),
      ],
    },
    orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
    take: MAX_ENTRIES,
    select: {
      ...titled,
      ...{ publishAt: true, embargoUntil: true, timeZone: true, liveRevisionId: true },
      releases: {
        where: { release: { releasedAt: null, publishAt: { not: null } } },
        select: { releaseId: true },
      },
    },
  });
  return rows.flatMap(({ publishAt, embargoUntil, liveRevisionId, releases, ...row }) => {
    if (publishAt === null) return [];
    const times = { publishAt: instant(publishAt), embargoUntil: instantOrNull(embargoUntil) };
    const at = visibleFrom(times) ?? times.publishAt;
    // Its embargo may end after the span in which its time is.
    if (at < instant(from) || at >= instant(to)) return [];
    const releaseId = releases[0]?.releaseId ?? null;
    return [{ ...row, ...times, at, live: liveRevisionId !== null, releaseId }];
  });
}

/** Releases that are scheduled within a span. */
export async function listScheduledReleases(
  db: Transaction,
  { from, to }: Span,
): Promise<ReleaseEntry[]> {
  const rows = await db.release.findMany({
    where: { releasedAt: null, publishAt: { gte: from, lt: to } },
    orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
    take: MAX_ENTRIES,
    select: {
      ...{ id: true, name: true, publishAt: true, timeZone: true },
      _count: { select: { articles: true } },
    },
  });
  return rows.flatMap(({ publishAt, _count, ...row }) =>
    publishAt === null ? [] : [{ ...row, at: instant(publishAt), articles: _count.articles }],
  );
}

/**
 * Articles published within a span, or visible in it when an embargo ends. Of others' articles only
 * what is public at `now`, by its public headline.
 */
export async function listCameOut(
  db: Transaction,
  { from, to, now }: Span & { now: Date },
  owner: CalendarOwner,
): Promise<PublishedEntry[]> {
  const visible: Prisma.PublishedArticleWhereInput =
    owner === 'all'
      ? {}
      : { OR: [{ article: ownArticles(owner.accountId) }, { visibleFrom: { lte: now } }] };
  const rows = await db.publishedArticle.findMany({
    where: { AND: [{ publishedAt: { gte: from, lt: to } }, visible] },
    orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
    take: MAX_ENTRIES,
    select: {
      ...{ id: true, slug: true, path: true, summary: true, retracted: true, publishedAt: true },
      article: { select: { kind: true, createdById: true, savedById: true } },
    },
  });
  return rows.map(({ summary, retracted, publishedAt, article, ...row }) => {
    const { headline, language, direction } = ArticleSummary.parse(summary);
    const isOwn =
      owner === 'all' || [article.createdById, article.savedById].includes(owner.accountId);
    return {
      ...{ ...row, kind: article.kind, headline, language, direction },
      at: instant(publishedAt),
      state: retracted ? 'retracted' : 'published',
      isPublic: !isOwn,
    };
  });
}

/**
 * Published findings that are to be looked at again within a span of days, by article and day.
 * Others' articles are left out unless the role sees them: review days are for the desk only.
 */
export async function listReviewDays(
  db: Transaction,
  { fromDay, toDay }: { fromDay: string; toDay: string },
  owner: CalendarOwner,
): Promise<ReviewEntry[]> {
  const rows = await db.finding.groupBy({
    by: ['reviewBy', 'articleId'],
    where: {
      AND: [{ state: 'published', reviewBy: { gte: fromDay, lt: toDay } }, { article: own(owner) }],
    },
    _count: { _all: true },
    orderBy: [{ reviewBy: 'asc' }, { articleId: 'asc' }],
    take: MAX_ENTRIES,
  });
  const articles = await db.article.findMany({
    where: { id: { in: rows.map(({ articleId }) => articleId) } },
    select: titled,
  });
  const byId = new Map(articles.map((article) => [article.id, article]));
  return rows.flatMap(({ reviewBy, articleId, _count }) => {
    const article = byId.get(articleId);
    return reviewBy === null || article === undefined
      ? []
      : [{ ...article, day: reviewBy, findings: _count._all }];
  });
}

/** Articles whose next step is to be done by a day within a span of days. */
export async function listDueDays(
  db: Transaction,
  { fromDay, toDay }: { fromDay: string; toDay: string },
  owner: CalendarOwner,
): Promise<DueEntry[]> {
  const rows = await db.assignment.findMany({
    where: { dueOn: { gte: fromDay, lt: toDay }, article: own(owner) },
    orderBy: [{ dueOn: 'asc' }, { articleId: 'asc' }],
    take: MAX_ENTRIES,
    select: { dueOn: true, article: { select: titled } },
  });
  return rows.flatMap(({ dueOn, article }) => (dueOn === null ? [] : [{ ...article, day: dueOn }]));
}
