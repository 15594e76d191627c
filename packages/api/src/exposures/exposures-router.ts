import { listExposures } from '@viewpoints/db/editorial/exposures';
import { wayOutOf } from '@viewpoints/domain/exposures/way-out';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';
import { permitted, router } from '../trpc.ts';

/** More than a desk shows; what is behind them comes up as they are settled. */
const MOST = 200;

export const exposuresRouter = router({
  /** What is public and no longer allowed, found by the check of what is out, with what settles it. */
  list: permitted('exposure.list')
    .input(z.strictObject({ articleId: Id.optional() }).prefault({}))
    .query(async ({ ctx, input: { articleId } }) => {
      const exposures = await listExposures(ctx.editorial, { articleId, limit: MOST });
      return exposures.map((exposure) => ({ ...exposure, wayOut: wayOutOf(exposure) }));
    }),
});
