import { releaseFilterInputs } from '@viewpoints/db/editorial/releases';
import { VersionChange } from '@viewpoints/domain/articles/scheduled-version';
import { ListOrder } from '@viewpoints/domain/desk/list-order';
import { MAX_ARTICLES, ReleaseName } from '@viewpoints/domain/releases/release';
import { Id, Instant, TimeZone } from '@viewpoints/domain/values';
import { z } from 'zod';
import { SeenVersion } from '../articles/article-inputs.ts';
import { inOrder } from '../paging.ts';

export const ListReleases = inOrder(ListOrder).extend(releaseFilterInputs);
export const OneRelease = z.strictObject({ id: Id });
export const CreateRelease = z.strictObject({ name: ReleaseName });
export const EditRelease = z.strictObject({
  id: Id,
  seen: SeenVersion,
  name: ReleaseName,
  /** In the order in which they are published. */
  articleIds: z
    .array(Id)
    .max(MAX_ARTICLES, `use at most ${MAX_ARTICLES} articles`)
    .refine((ids) => new Set(ids).size === ids.length, 'use each article once'),
});
/**
 * The kind and notices with which the next versions of live articles come out. One that is left out keeps
 * what it is scheduled with, or comes out as a new version.
 */
const Changes = z
  .array(VersionChange.extend({ articleId: Id }))
  .max(MAX_ARTICLES, `use at most ${MAX_ARTICLES} articles`)
  .refine(
    (changes) => new Set(changes.map(({ articleId }) => articleId)).size === changes.length,
    'use each article once',
  )
  .default([]);
export const ScheduleRelease = z.strictObject({
  ...{ id: Id, publishAt: Instant, timeZone: TimeZone },
  changes: Changes,
});
export const PublishRelease = z.strictObject({ id: Id, changes: Changes });
export type ReleaseChanges = z.output<typeof Changes>;
