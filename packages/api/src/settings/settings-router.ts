import { getJournal } from '@viewpoints/db/editorial/journal';
import { permitted, router } from '../trpc.ts';
import { SaveSettings, saveSettings } from './save-settings.ts';

export const settingsRouter = router({
  get: permitted('settings.view').query(({ ctx }) => getJournal(ctx.editorial)),
  save: permitted('settings.save')
    .input(SaveSettings)
    .mutation(({ ctx, input }) => saveSettings(ctx, input)),
});
