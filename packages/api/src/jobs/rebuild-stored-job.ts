import { inTransaction } from '@viewpoints/db/client';
import type { RebuildName } from '@viewpoints/postgres/functions/rebuild-names';
import {
  enqueueRebuild,
  rebuildStored,
} from '@viewpoints/published/prepare/rebuild/rebuild-stored';
import type { JobContext } from './job-context.ts';

/** Articles that one run rebuilds. */
const BATCH = 50;

/** Rebuilds stored data that a changed SQL function decides: in batches, until none is left. */
export async function rebuildStoredJob(
  context: Pick<JobContext, 'editorial'>,
  { name }: { name: RebuildName },
): Promise<void> {
  if (await rebuildStored(context.editorial, name, BATCH))
    await inTransaction(context.editorial, (tx) => enqueueRebuild(tx, name));
}
