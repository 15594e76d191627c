import { articleFilterInputs } from '@viewpoints/db/editorial/article-filters';
import { ArticleContent } from '@viewpoints/domain/articles/article';
import {
  AssignmentContent,
  AssignmentLine,
  Priority,
} from '@viewpoints/domain/articles/assignment';
import { VersionChange } from '@viewpoints/domain/articles/scheduled-version';
import { TopicsChange } from '@viewpoints/domain/articles/topics-change';
import { CorrectionContent } from '@viewpoints/domain/corrections/correction';
import { ListOrder } from '@viewpoints/domain/desk/list-order';
import { ArticleKind, PageParent } from '@viewpoints/domain/pages/page-parent';
import { Day, Id, Instant, line, Slug, TimeZone, text } from '@viewpoints/domain/values';
import { z } from 'zod';
import { EntryName } from '../history/history-inputs.ts';
import { inOrder } from '../paging.ts';

/** The number of the save that a write saw. */
export const SeenVersion = z.int().min(0);

export const ListArticles = inOrder(ListOrder).extend({
  ...articleFilterInputs,
  /** Articles, or pages; by default articles. */
  kind: ArticleKind.default('article'),
  mine: z.boolean().optional(),
});

export const CreateArticle = z.strictObject({
  headline: text(200).default(''),
  /** A page stands at the root of the site, or where its parent says. */
  kind: ArticleKind.default('article'),
  parent: PageParent.default(null),
  /** By default made from the headline. */
  slug: Slug.optional(),
});
export const PlacePage = z.strictObject({
  id: Id,
  parent: PageParent,
  /** Where it stood when it was looked at: it is not moved if somebody else has moved it since. */
  from: PageParent.optional(),
});
export const SaveArticle = z.strictObject({
  id: Id,
  seen: SeenVersion,
  content: ArticleContent,
  /** The version of documents that the sending editor knows; programs leave it out. */
  documentVersion: z.int().min(1).max(1_000_000).optional(),
});
export const SubmitArticle = AssignmentContent.extend({
  id: Id,
  seen: SeenVersion.optional(),
  line: AssignmentLine.default(''),
});
export const AssignArticle = AssignmentContent.extend({
  id: Id,
  /** The assignee that the caller saw; refused if that has changed since. */
  seenAssigneeId: Id.nullable(),
  line: AssignmentLine.default(''),
});
/** Fields that are left out stay as they are. */
export const AssignArticles = z.strictObject({
  articles: z
    .array(
      z.strictObject({
        id: Id,
        seenAssigneeId: Id.nullable(),
        /** A value for this one, whatever the others get: how an assignment of several is undone. */
        to: AssignmentContent.optional(),
      }),
    )
    .min(1, 'choose an article')
    .max(100, 'choose at most 100 articles'),
  assigneeId: Id.nullable().optional(),
  dueOn: Day.nullable().optional(),
  priority: Priority.optional(),
});
/** One topic, in several articles. */
export const ChangeTopics = TopicsChange.omit({ undo: true }).extend({
  articles: z
    .array(TopicsChange.pick({ undo: true }).extend({ id: Id }))
    .min(1, 'choose an article')
    .max(100, 'choose at most 100 articles'),
});
export const SeveralArticles = z.strictObject({
  ids: z.array(Id).min(1, 'choose an article').max(100, 'choose at most 100 articles'),
});
export const RequestChanges = z.strictObject({
  id: Id,
  seen: SeenVersion.optional(),
  comment: text(5000).min(1, 'say what should change'),
});
export const NameRevision = z.strictObject({ id: Id, revisionId: Id });
/** A minor change is listed among the versions, without notifications. */
export const PublishArticle = NameRevision.extend({ minor: z.boolean().optional() });
export const ScheduleArticle = NameRevision.extend({
  /** Whether it is a minor change, and its correction notices. */
  ...VersionChange.shape,
  publishAt: Instant,
  embargoUntil: Instant.nullable().default(null),
  timeZone: TimeZone,
});
export const RescheduleArticle = z.strictObject({
  id: Id,
  /** The scheduled time that the caller saw: refused if it was moved since. */
  movedFrom: Instant,
  publishAt: Instant,
  embargoUntil: Instant.nullable().default(null),
  timeZone: TimeZone,
});
export const PrepareArticle = z.strictObject({
  id: Id,
  publishAt: Instant.nullable(),
  embargoUntil: Instant.nullable().default(null),
  timeZone: TimeZone,
});
export const SetEmbargo = z.strictObject({
  id: Id,
  embargoUntil: Instant.nullable(),
  timeZone: TimeZone,
});
export const CorrectArticle = z.strictObject({
  id: Id,
  corrections: z.array(CorrectionContent).min(1, 'say what is corrected').max(20),
});
export const RetractArticle = z.strictObject({ id: Id, why: line(2000) });
/** The reason may be still to be written. */
export const PreviewRetraction = z.strictObject({ id: Id, why: text(2000).default('') });
export const ArticleNames = z.strictObject({ ids: z.array(Id).max(50) });
export const OneArticle = z.strictObject({ id: Id });
/** A saved revision may be given a name, so that it is easily found. */
export const KeepRevision = z.strictObject({ id: Id, name: EntryName.optional() });
export type Input<Schema extends z.ZodType> = z.output<Schema>;
