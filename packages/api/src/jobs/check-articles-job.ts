import { inTransaction } from '@viewpoints/db/client';
import { lockArticles } from '@viewpoints/db/editorial/articles';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { writeVersionTexts } from '@viewpoints/published/project/public-texts';
import { listUncheckedArticles } from '@viewpoints/published/project/unchecked-articles';
import { findVersionView, listVersionNumbers } from '@viewpoints/published/project/version-views';
import { type Command, runCommand } from '../command.ts';
import { rebuildArticle } from '../publishing/rebuild-article.ts';
import type { JobContext } from './job-context.ts';
import { asSystem } from './system-account.ts';

/** Articles that one run checks. */
const BATCH = 50;

/**
 * Checks articles published before their texts were stored: rebuilds them, stores their texts, and
 * notifies the desk of what is public and no longer allowed. Works in batches until none is left,
 * and resumes after a crash. An article that cannot be rebuilt does not block others: the job fails
 * once the rest of its batch is done, and is retried.
 */
export async function checkArticlesJob(
  context: JobContext,
  { before = null }: { before?: string | null | undefined },
): Promise<void> {
  const ids = await listUncheckedArticles(context.editorial, { before, limit: BATCH });
  const failures: unknown[] = [];
  for (const id of ids)
    await runCommand(asSystem(context), (command) => checkArticle(command, id)).catch(
      (error: unknown) => failures.push(error),
    );
  const last = ids.at(-1);
  if (last !== undefined && ids.length === BATCH)
    await inTransaction(context.editorial, (tx) =>
      addJob(tx, 'check_articles', { before: last }, { key: 'check_articles' }),
    );
  if (failures.length > 0) throw failures[0];
}

/** Stores the texts of every version that readers can go back to, then rebuilds the live one. */
async function checkArticle(command: Command, articleId: string): Promise<void> {
  await lockArticles(command.tx, [articleId]);
  for (const number of await listVersionNumbers(command.tx, articleId)) {
    const view = await findVersionView(command.tx, articleId, number);
    if (view !== null) await writeVersionTexts(command.tx, view);
  }
  await rebuildArticle(command, articleId);
}
