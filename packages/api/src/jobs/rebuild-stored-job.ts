import { inTransaction } from '@viewpoints/db/client';
import type { RebuildName } from '@viewpoints/postgres/functions/rebuild-names';
import {
  enqueueRebuild,
  hasToWait,
  rebuildStored,
} from '@viewpoints/published/prepare/rebuild/rebuild-stored';
import type { JobContext } from './job-context.ts';

/** Articles that one run rebuilds. */
const BATCH = 50;

/** How long one waits before it looks again for programs of a version before, in milliseconds. */
const WAIT = 30_000;

/** Rebuilds stored data, in batches, until none is left; later, if older programs still read them. */
export async function rebuildStoredJob(
  context: Pick<JobContext, 'editorial'>,
  { name }: { name: RebuildName },
): Promise<void> {
  const { editorial } = context;
  if (await hasToWait(editorial, name)) {
    const later = new Date(Date.now() + WAIT);
    await inTransaction(editorial, (tx) => enqueueRebuild(tx, name, later));
  } else if (await rebuildStored(editorial, name, BATCH))
    await inTransaction(editorial, (tx) => enqueueRebuild(tx, name));
}
