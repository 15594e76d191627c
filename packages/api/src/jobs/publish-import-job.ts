import {
  listWaitingArticles,
  writeImportPublished,
} from '@viewpoints/db/editorial/import-outcomes';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { runCommand } from '../command.ts';
import { publishImportedArticle } from '../import/publish/publish-imported-article.ts';
import type { JobContext } from './job-context.ts';
import { asSystem } from './system-account.ts';

/** Articles of one job: the next ones are those of the next, so that other jobs have their turn. */
const BATCH = 25;

/**
 * Publishes some articles of a signed import, each in a transaction of its own, and adds a job for
 * the next ones. One that is run again goes on where it was.
 */
export async function publishImportJob(
  context: JobContext,
  { runId }: { runId: string },
): Promise<void> {
  const ctx = asSystem(context);
  const ids = await listWaitingArticles(context.editorial, runId, BATCH);
  for (const id of ids) await publishImportedArticle(ctx, id);
  await runCommand(ctx, async ({ tx, at }) => {
    if (ids.length === 0) await writeImportPublished(tx, runId, at);
    else await addJob(tx, 'publish_import', { runId }, { key: `import:${runId}` });
  });
}
