import { inTransaction } from '@viewpoints/db/client';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { listUncheckedArticles } from '@viewpoints/db/published/unchecked-articles';
import { runCommand } from '../command.ts';
import { rebuildArticle } from '../publishing/rebuild-article.ts';
import type { JobContext } from './job-context.ts';
import { asSystem } from './system-account.ts';

/** Articles that one run checks. */
const BATCH = 50;

/**
 * Checks what was published before its texts were kept: rebuilds it, keeps its texts, and tells the
 * desk of what is public and no longer allowed. A batch at a time, and on until none is left; what a
 * crash interrupts is taken up where it was.
 */
export async function checkArticlesJob(context: JobContext): Promise<void> {
  const ids = await listUncheckedArticles(context.editorial, BATCH);
  for (const id of ids)
    await runCommand(asSystem(context), (command) => rebuildArticle(command, id));
  if (ids.length < BATCH) return;
  await inTransaction(context.editorial, (tx) =>
    addJob(tx, 'check_articles', {}, { key: 'check_articles' }),
  );
}
