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
 * crash interrupts is taken up where it was. An article that cannot be rebuilt holds up no other: the
 * job fails once the rest of its batch is done, and is tried again.
 */
export async function checkArticlesJob(
  context: JobContext,
  { before = null }: { before?: string | null | undefined },
): Promise<void> {
  const ids = await listUncheckedArticles(context.editorial, { before, limit: BATCH });
  const failures: unknown[] = [];
  for (const id of ids)
    await runCommand(asSystem(context), (command) => rebuildArticle(command, id)).catch(
      (error: unknown) => failures.push(error),
    );
  const last = ids.at(-1);
  if (last !== undefined && ids.length === BATCH)
    await inTransaction(context.editorial, (tx) =>
      addJob(tx, 'check_articles', { before: last }, { key: 'check_articles' }),
    );
  if (failures.length > 0) throw failures[0];
}
