import type { Transaction } from '@viewpoints/db/client';
import { type FoundExposure, listExposures } from '@viewpoints/db/editorial/exposures';
import { type WayOut, wayOutOf } from '@viewpoints/domain/exposures/way-out';

/** More than a desk shows; what is behind them comes up as they are resolved. */
const MOST = 200;

export type ShownExposure = FoundExposure & { wayOut: WayOut };

/** Exposures of one article or of any, each with the way to resolve it. */
export async function showExposures(
  db: Transaction,
  { articleId }: { articleId?: string | undefined },
): Promise<ShownExposure[]> {
  const exposures = await listExposures(db, { articleId, limit: MOST });
  return exposures.map((exposure) => ({ ...exposure, wayOut: wayOutOf(exposure) }));
}
