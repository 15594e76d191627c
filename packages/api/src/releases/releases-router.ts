import { listReleases } from '@viewpoints/db/editorial/releases';
import { orderedPage, orderedRequest } from '../paging.ts';
import { permitted, router } from '../trpc.ts';
import { createRelease } from './create-release.ts';
import { editRelease } from './edit-release.ts';
import { publishRelease } from './publish-release.ts';
import * as inputs from './release-inputs.ts';
import { removeRelease } from './remove-release.ts';
import { scheduleRelease } from './schedule-release.ts';
import { showRelease } from './show-release.ts';
import { unscheduleRelease } from './unschedule-release.ts';

/** Articles that are published at one moment, all of them or none. */
export const releasesRouter = router({
  list: permitted('release.list')
    .input(inputs.ListReleases)
    .query(async ({ ctx, input }) => {
      const listing = orderedRequest(input);
      return orderedPage(await listReleases(ctx.editorial, listing), listing);
    }),
  get: permitted('release.view')
    .input(inputs.OneRelease)
    .query(({ ctx, input: { id } }) => showRelease(ctx.editorial, { id, acting: ctx.account })),
  create: permitted('release.create')
    .input(inputs.CreateRelease)
    .mutation(({ ctx, input }) => createRelease(ctx, input)),
  save: permitted('release.edit')
    .input(inputs.EditRelease)
    .mutation(({ ctx, input }) => editRelease(ctx, input)),
  remove: permitted('release.remove')
    .input(inputs.OneRelease)
    .mutation(({ ctx, input: { id } }) => removeRelease(ctx, id)),
  schedule: permitted('release.schedule')
    .input(inputs.ScheduleRelease)
    .mutation(({ ctx, input }) => scheduleRelease(ctx, input)),
  unschedule: permitted('release.unschedule')
    .input(inputs.OneRelease)
    .mutation(({ ctx, input: { id } }) => unscheduleRelease(ctx, id)),
  publish: permitted('release.publish')
    .input(inputs.PublishRelease)
    .mutation(({ ctx, input }) => publishRelease(ctx, input)),
});
