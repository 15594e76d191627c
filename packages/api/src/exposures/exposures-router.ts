import { listExposures } from '@viewpoints/db/editorial/exposures';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';
import { permitted, router } from '../trpc.ts';

/** More than a desk shows; what is behind them comes up as they are settled. */
const MOST = 200;

export const exposuresRouter = router({
  /** What is public and no longer allowed, found by the check of what is out. */
  list: permitted('exposure.list')
    .input(z.strictObject({ articleId: Id.optional() }).prefault({}))
    .query(({ ctx, input: { articleId } }) =>
      listExposures(ctx.editorial, { articleId, limit: MOST }),
    ),
});
