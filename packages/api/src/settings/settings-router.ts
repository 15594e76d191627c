import { getJournal } from '@viewpoints/db/editorial/journal';
import { ShownSubscriberCounts } from '@viewpoints/domain/subscriptions/subscriber-counts';
import { z } from 'zod';
import { CheckResult } from '../installation/check-result.ts';
import { ProblemError } from '../problem.ts';
import { showSubscriberCounts } from '../subscriptions/count-subscribers.ts';
import { permitted, router } from '../trpc.ts';
import { SaveSettings, saveSettings } from './save-settings.ts';

export const settingsRouter = router({
  get: permitted('settings.view').query(({ ctx }) => getJournal(ctx.editorial)),
  checkInstallation: permitted('settings.view')
    .output(z.array(CheckResult))
    .query(async ({ ctx }) => {
      if (ctx.checkInstallation === undefined) throw new ProblemError('unavailable');
      return ctx.checkInstallation();
    }),
  countSubscribers: permitted('settings.view')
    .output(ShownSubscriberCounts)
    .query(({ ctx }) => showSubscriberCounts(ctx)),
  save: permitted('settings.save')
    .input(SaveSettings)
    .mutation(({ ctx, input }) => saveSettings(ctx, input)),
});
