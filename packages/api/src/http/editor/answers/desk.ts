import { Role } from '@viewpoints/domain/accounts/account';
import { actions } from '@viewpoints/domain/accounts/action';
import { ArticleState, Genre } from '@viewpoints/domain/articles/article';
import { Priority } from '@viewpoints/domain/articles/assignment';
import { VersionChange } from '@viewpoints/domain/articles/scheduled-version';
import { namedKinds } from '@viewpoints/domain/desk/named-things';
import { WordReport } from '@viewpoints/domain/imports/word-report';
import { FocalPoint } from '@viewpoints/domain/media/focal-point';
import { ArticleKind } from '@viewpoints/domain/pages/page-parent';
import { Direction } from '@viewpoints/domain/values';
import { z } from 'zod';
import { ArticleListItem } from './articles.ts';
import { Decision, EntryName, Permission, Person } from './shared.ts';

export const Me = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  actions: z.array(z.enum(actions)),
  fourEyes: z.boolean(),
  timeZone: z.string(),
  ownTimeZone: z.string().nullable(),
});

export const NamedThing = z.strictObject({
  kind: z.enum(namedKinds),
  id: z.string(),
  name: z.string(),
  detail: z.string().nullable(),
  rank: z.number(),
  article: z.strictObject({ id: z.string(), slug: z.string() }).nullable(),
  isPublicOnly: z.boolean(),
});

export const DeskWords = z.strictObject({ authors: z.array(Person), approvers: z.array(Person) });

export const DeskArticle = z.strictObject({
  id: z.string(),
  slug: z.string(),
  kind: ArticleKind,
  address: z.string().nullable(),
  section: z.string(),
  headline: z.string(),
  genre: Genre,
  language: z.string(),
  direction: Direction,
  state: ArticleState,
  save: z.number().nullable(),
  savedAt: z.string(),
  savedBy: Person.nullable(),
  createdBy: Person.nullable(),
  topics: z.array(EntryName),
  publishAt: z.string().nullable(),
  embargoUntil: z.string().nullable(),
  firstPublishedAt: z.string().nullable(),
  live: z.boolean(),
  findings: z.strictObject({ all: z.number(), proposed: z.number() }),
  assignment: z
    .strictObject({ assignee: Person.nullable(), dueOn: z.string().nullable(), priority: Priority })
    .nullable(),
  awaits: z.enum(['text', 'changes', 'review', 'publication']),
  words: DeskWords.nullable(),
});

export const FindingGroup = z.strictObject({
  id: z.string(),
  headline: z.string(),
  language: z.string(),
  direction: Direction,
  count: z.number(),
  firstId: z.string(),
  since: z.string(),
});

export const PendingWaiver = z.strictObject({
  id: z.string(),
  sourceId: z.string(),
  sourceTitle: z.string(),
  recordedBy: Person,
  grantedAt: z.string(),
});

export const PendingNullResult = z.strictObject({
  id: z.string(),
  actor: EntryName,
  issue: EntryName,
  authorIds: z.array(z.string()),
  proposedBy: Person,
  savedAt: z.string(),
});

export const WaitingDescription = z.strictObject({
  id: z.string(),
  what: z.string(),
  terms: z.string(),
  article: z.strictObject({ id: z.string(), headline: z.string() }).nullable(),
  describedBy: Person,
  createdAt: z.string(),
});

export const Awaiting = z.strictObject({
  articles: z.array(DeskArticle),
  findings: z.array(FindingGroup),
  waivers: z.array(PendingWaiver),
  nullResults: z.array(PendingNullResult),
  descriptions: z.array(WaitingDescription),
  counts: z.strictObject({ articles: z.number(), findings: z.number() }),
});

export const StoppedRelease = z.strictObject({
  id: z.string(),
  name: z.string(),
  stoppedAt: z.string(),
});

export const StoppedNewsletter = z.strictObject({
  id: z.string(),
  subject: z.string(),
  stoppedAt: z.string(),
  code: z.string(),
});

export const StoppedArticle = z.strictObject({
  id: z.string(),
  headline: z.string(),
  language: z.string(),
  direction: Direction,
  refused: z.strictObject({ at: z.string(), code: z.string(), message: z.string() }),
});

export const Desk = z.strictObject({
  awaitingMe: Awaiting,
  awaitingOthers: Awaiting,
  due: z.array(ArticleListItem),
  hasSecond: z.boolean(),
  hasSample: z.boolean(),
  stoppedReleases: z.array(StoppedRelease),
  stoppedNewsletters: z.array(StoppedNewsletter),
  stoppedArticles: z.array(StoppedArticle),
});

export const QueueCounts = z.strictObject({
  confirm: z.number(),
  mine: z.number(),
  review: z.number(),
  approve: z.number(),
  due: z.number(),
  stuck: z.number(),
  verify: z.number(),
  review_by: z.number(),
});

export const DayReads = z.strictObject({ day: z.string(), reads: z.number() });

export const PageReads = z.strictObject({
  path: z.string(),
  reads: z.number(),
  article: z.strictObject({ id: z.string(), headline: z.string() }).nullable(),
});

export const Readership = z.strictObject({
  days: z.array(DayReads),
  pages: z.array(PageReads),
  referrers: z.array(z.strictObject({ host: z.string().nullable(), reads: z.number() })),
  searches: z.array(z.strictObject({ query: z.string(), times: z.number(), lastDay: z.string() })),
});

export const ArticleReadership = z.strictObject({ total: z.number(), days: z.array(DayReads) });

export const ScheduledEntry = z.strictObject({
  id: z.string(),
  kind: ArticleKind,
  headline: z.string(),
  language: z.string(),
  direction: Direction,
  at: z.string(),
  publishAt: z.string(),
  embargoUntil: z.string().nullable(),
  timeZone: z.string(),
  live: z.boolean(),
  releaseId: z.string().nullable(),
});

export const ReleaseEntry = z.strictObject({
  id: z.string(),
  name: z.string(),
  at: z.string(),
  timeZone: z.string(),
  articles: z.number(),
});

export const PublishedEntry = z.strictObject({
  id: z.string(),
  kind: ArticleKind,
  headline: z.string(),
  language: z.string(),
  direction: Direction,
  at: z.string(),
  slug: z.string(),
  path: z.string().nullable(),
  state: z.enum(['published', 'retracted']),
  isPublic: z.boolean(),
});

export const ReviewEntry = z.strictObject({
  id: z.string(),
  kind: ArticleKind,
  headline: z.string(),
  language: z.string(),
  direction: Direction,
  day: z.string(),
  findings: z.number(),
});

export const DueEntry = z.strictObject({
  id: z.string(),
  kind: ArticleKind,
  headline: z.string(),
  language: z.string(),
  direction: Direction,
  day: z.string(),
});

export const Calendar = z.strictObject({
  scheduled: z.array(ScheduledEntry),
  releases: z.array(ReleaseEntry),
  published: z.array(PublishedEntry),
  reviews: z.array(ReviewEntry),
  due: z.array(DueEntry),
  incomplete: z.boolean(),
});

export const ReleaseListItem = z.strictObject({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  timeZone: z.string(),
  save: z.number(),
  publishAt: z.string().nullable(),
  releasedAt: z.string().nullable(),
  stoppedAt: z.string().nullable(),
  createdBy: Person,
  articles: z.number(),
});

export const ReleaseDetail = z.strictObject({
  release: z.strictObject({
    id: z.string(),
    name: z.string(),
    createdAt: z.string(),
    timeZone: z.string(),
    save: z.number(),
    createdBy: z.string(),
    publishAt: z.string().nullable(),
    releasedAt: z.string().nullable(),
    stoppedAt: z.string().nullable(),
  }),
  articles: z.array(
    z.strictObject({
      id: z.string(),
      headline: z.string(),
      direction: Direction,
      state: ArticleState,
      live: z.boolean(),
      publishAt: z.string().nullable(),
      embargoUntil: z.string().nullable(),
      change: VersionChange.nullable(),
      refusedCode: z.string().nullable(),
    }),
  ),
  permissions: z.strictObject({
    publish: Decision,
    remove: Decision,
    edit: Decision,
    schedule: Decision,
    unschedule: Decision,
  }),
});

export const SeriesDetail = z.strictObject({
  nextPart: z.number(),
  slug: z.string(),
  name: z.string(),
  about: z.string(),
  complete: z.boolean(),
  id: z.string(),
  save: z.number(),
});

export const MediaItem = z.strictObject({
  id: z.string(),
  mediaType: z.string(),
  byteSize: z.number(),
  width: z.number(),
  height: z.number(),
  fileName: z.string(),
  alt: z.string(),
  credit: z.string().nullable(),
  licence: z.string(),
  licenceUntil: z.string().nullable(),
  focal: FocalPoint.nullable(),
  pages: z.number().nullable(),
  unread: z.array(z.string()),
  checkedAt: z.string().nullable(),
  checkedBy: Person.nullable(),
  uploadedBy: Person,
  createdAt: z.string(),
});

export const MediaDetail = z.strictObject({
  may: z.strictObject({ check: Permission }),
  id: z.string(),
  mediaType: z.string(),
  byteSize: z.number(),
  width: z.number(),
  height: z.number(),
  fileName: z.string(),
  alt: z.string(),
  credit: z.string().nullable(),
  licence: z.string(),
  licenceUntil: z.string().nullable(),
  focal: FocalPoint.nullable(),
  pages: z.number().nullable(),
  unread: z.array(z.string()),
  checkedAt: z.string().nullable(),
  checkedBy: Person.nullable(),
  uploadedBy: Person,
  createdAt: z.string(),
});

export const MediaUses = z.strictObject({
  articles: z.array(
    z.strictObject({ id: z.string(), headline: z.string(), isPublic: z.boolean() }),
  ),
  others: z.number(),
});

export const WordImport = z.strictObject({
  id: z.string(),
  fileName: z.string(),
  report: WordReport,
  importedBy: z.string(),
  importedAt: z.string(),
});
