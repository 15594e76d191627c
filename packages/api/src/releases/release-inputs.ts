import { MAX_ARTICLES, ReleaseName } from '@viewpoints/domain/releases/release';
import { Id, Instant, TimeZone } from '@viewpoints/domain/values';
import { z } from 'zod';
import { SeenVersion } from '../articles/article-inputs.ts';
import { byTime } from '../paging.ts';

export const ListReleases = byTime.extend({
  /** Only those that are not out yet. */
  pending: z.boolean().optional(),
});
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
export const ScheduleRelease = z.strictObject({ id: Id, publishAt: Instant, timeZone: TimeZone });
