import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';
import { permitted, router } from '../trpc.ts';
import { showExposures } from './show-exposures.ts';

export const exposuresRouter = router({
  /** What is public and no longer allowed, found by the check of what is out. */
  list: permitted('exposure.list')
    .input(z.strictObject({ articleId: Id.optional() }).prefault({}))
    .query(({ ctx, input }) => showExposures(ctx.editorial, input)),
});
