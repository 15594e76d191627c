import { Article, ArticleState, Genre } from '@viewpoints/domain/articles/article';
import { Assignment, LineKind, Priority } from '@viewpoints/domain/articles/assignment';
import { Revision } from '@viewpoints/domain/articles/revision';
import { Correction, CorrectionContent } from '@viewpoints/domain/corrections/correction';
import { Redaction } from '@viewpoints/domain/exposures/redaction';
import { Finding, FindingState, Link, Quote } from '@viewpoints/domain/findings/finding';
import { plainFieldNames } from '@viewpoints/domain/findings/finding-fields';
import { kindsWith } from '@viewpoints/domain/kinds/kinds';
import { listedKinds } from '@viewpoints/domain/kinds/listed-kinds';
import { ArticleKind } from '@viewpoints/domain/pages/page-parent';
import { Direction } from '@viewpoints/domain/values';
import { z } from 'zod';
import { Decision, EntryName, Person, Reason } from './shared.ts';

export const ArticleListItem = z.strictObject({
  id: z.string(),
  slug: z.string(),
  kind: ArticleKind,
  /** Where a page stands, without the first slash; null of an article. */
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
});

export const ArticleName = z.strictObject({
  id: z.string(),
  state: ArticleState,
  slug: z.string(),
  language: z.string(),
  direction: Direction,
  headline: z.string(),
});

export const RevisionMeta = z.strictObject({
  id: z.string(),
  number: z.number(),
  reason: Revision.shape.reason,
  createdBy: Person,
  createdAt: z.string(),
});

export const ReviewComment = z.strictObject({
  id: z.string(),
  kind: LineKind,
  text: z.string(),
  by: Person,
  at: z.string(),
});

export const RetractedText = z.strictObject({
  requestedBy: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  shownAt: z.string().nullable(),
});

export const Retraction = z.strictObject({
  why: z.string(),
  at: z.string(),
  by: z.string(),
  redactedAt: z.string().nullable(),
  text: RetractedText,
});

export const Publishable = z.union([
  z.strictObject({ ok: z.literal(true), warnings: z.array(Reason) }),
  z.strictObject({ ok: z.literal(false), reasons: z.array(Reason), warnings: z.array(Reason) }),
]);

export const ScheduledVersion = z.strictObject({
  minor: z.boolean(),
  corrections: z.array(CorrectionContent),
  setBy: z.string(),
  setAt: z.string(),
  refused: z.strictObject({ at: z.string(), code: z.string(), message: z.string() }).nullable(),
});

export const ReleaseName = z.strictObject({
  id: z.string(),
  name: z.string(),
  publishAt: z.string().nullable(),
});

export const ArticlePermissions = z.strictObject({
  'article.edit': Decision,
  'article.submit': Decision,
  'article.recall': Decision,
  'article.assign': Decision,
  'article.request_changes': Decision,
  'article.approve': Decision,
  'article.prepare': Decision,
  'article.schedule': Decision,
  'article.reschedule': Decision,
  'article.unschedule': Decision,
  'article.embargo': Decision,
  'article.publish': Decision,
  'article.correct': Decision,
  'article.retract': Decision,
  'article.archive': Decision,
  'article.restore': Decision,
});

export const PendingWords = z.strictObject({
  authorId: z.string(),
  change: z.number(),
  at: z.string(),
  fields: z.array(z.string()),
  findingIds: z.array(z.string()),
  blocks: z.array(z.number()),
  baseRevisionId: z.string().nullable(),
  approverIds: z.array(z.string()),
});

export const Review = z.strictObject({
  pending: z.array(PendingWords),
  approves: z.array(z.string()),
});

export const DatedSupersession = z.strictObject({
  oldId: z.string(),
  newId: z.string(),
  kind: z.enum(['correction', 'position_change']),
  at: z.string(),
});

export const FindingName = z.strictObject({
  id: z.string(),
  number: z.number().nullable(),
  proposition: z.string(),
  articleId: z.string(),
});

export const FindingField = z.enum([
  'attribution',
  ...plainFieldNames,
  'proposition',
  'holders',
  'scope',
  'asOf',
  'consensus',
  ...listedKinds.map(({ field }) => field),
  'evidence',
]);

export const FindingReview = z.strictObject({
  authors: z.array(z.strictObject({ id: z.string(), fields: z.array(FindingField) })),
  verifierIds: z.array(z.string()),
  verify: Decision,
  reject: Decision,
});

export const ShownAttribution = z.strictObject({
  source: z.strictObject({ termsLabel: z.string(), wording: z.string() }).nullable(),
  reasons: z.array(Reason),
  holders: z.array(z.string()),
});

export const DiffPart = z.strictObject({
  kind: z.enum(['same', 'removed', 'added']),
  text: z.string(),
});

export const Candidate = z.strictObject({
  quote: Quote,
  score: z.number(),
  difference: z.array(DiffPart),
});

export const StaleQuote = z.strictObject({ findingId: z.string(), candidates: z.array(Candidate) });

export const EntryKind = z.enum(kindsWith('entry'));

export const WayOut = z.union([
  z.strictObject({
    act: z.enum(['correct_article', 'retract_again', 'edit_settings', 'move_page']),
  }),
  z.strictObject({ act: z.literal('withdraw_finding'), findingId: z.string() }),
  z.strictObject({ act: z.literal('redact'), redaction: Redaction }),
  z.strictObject({ act: z.literal('enter_participants'), sourceId: z.string() }),
  z.strictObject({ act: z.literal('edit_entry'), kind: EntryKind, id: z.string() }),
]);

export const ShownExposure = z.strictObject({
  articleId: z.string(),
  code: z.string(),
  place: z.string(),
  findingId: z.string().nullable(),
  sourceId: z.string().nullable(),
  participantId: z.string().nullable(),
  id: z.string(),
  foundAt: z.string(),
  headline: z.string(),
  articleState: ArticleState,
  findingState: FindingState.nullable(),
  wayOut: WayOut,
});

export const ArticleDetail = z.strictObject({
  article: Article,
  place: z.strictObject({ address: z.string(), published: z.string().nullable() }).nullable(),
  documentVersion: z.number(),
  findings: z.array(Finding),
  links: z.array(Link),
  supersessions: z.array(DatedSupersession),
  linked: z.array(FindingName),
  revisions: z.array(RevisionMeta),
  comments: z.array(ReviewComment),
  assignment: Assignment.nullable(),
  assignees: z.strictObject({ now: z.array(Person), submitted: z.array(Person) }),
  corrections: z.array(Correction),
  retraction: Retraction.nullable(),
  publishable: Publishable,
  suspended: z.boolean(),
  inTrash: z.boolean(),
  exposures: z.array(ShownExposure),
  release: ReleaseName.nullable(),
  scheduled: ScheduledVersion.nullable(),
  permissions: ArticlePermissions,
  review: Review,
  findingReviews: z.record(z.string(), FindingReview),
  attributions: z.record(z.string(), ShownAttribution),
  staleQuotes: z.array(StaleQuote),
  people: z.record(z.string(), z.string()),
});

export const ArticleChange = z.strictObject({
  save: z.number(),
  by: Person,
  at: z.string(),
  fields: z.array(z.string()),
});

export const SavedArticle = z.strictObject({
  article: Article,
  findings: z.array(Finding),
  merged: z.array(ArticleChange),
  suggestionsGone: z.number(),
});

export const Submitted = z.strictObject({ article: Article, revisionId: z.string() });

export const KeptRevision = z.strictObject({ revisionId: z.string(), number: z.number() });

export const Former = z.strictObject({
  assigneeId: z.string().nullable(),
  dueOn: z.string().nullable(),
  priority: Priority,
  id: z.string(),
});

export const AssignedArticles = z.strictObject({ changed: z.number(), before: z.array(Former) });

export const Changed = z.strictObject({
  id: z.string(),
  before: z.array(z.string()),
  after: z.array(z.string()),
});

export const ChangedTopics = z.strictObject({ changed: z.array(Changed) });

export const TopicsPreview = z.strictObject({
  id: z.string(),
  headline: z.string(),
  before: z.array(z.string()),
  after: z.array(z.string()),
  readers: z.array(z.string()).nullable(),
  voids: z.boolean(),
  reasons: z.array(Reason),
});

export const Advice = z.strictObject({ advice: z.array(Reason) });

export const PreviewPass = z.strictObject({ pass: z.string(), action: z.string() });

export const PreviewLinkStatus = z.enum(['void', 'open', 'expired', 'revoked']);

export const PreviewLinkItem = z.strictObject({
  id: z.string(),
  expiresAt: z.string(),
  label: z.string(),
  comments: z.number(),
  revision: z.strictObject({ id: z.string(), number: z.number() }),
  madeAt: z.string(),
  madeBy: Person,
  status: PreviewLinkStatus,
});
