import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';
import { permitted, router } from '../trpc.ts';
import { showExposures } from './show-exposures.ts';
import { showProtection } from './show-protection.ts';

export const exposuresRouter = router({
  /** What is public and no longer allowed, found by the check of public texts. */
  list: permitted('exposure.list')
    .input(z.strictObject({ articleId: Id.optional() }).prefault({}))
    .query(({ ctx, input }) => showExposures(ctx.editorial, input)),
  /** For the desk: what is exposed, what is not checked yet, and what waits for a second person. */
  overview: permitted('exposure.list').query(({ ctx }) => showProtection(ctx.editorial)),
});
