import { isPublishedByImport } from '@viewpoints/db/editorial/import-outcomes';
import {
  deleteImportItem,
  findImportRun,
  isUntouchedImport,
  listImportedDrafts,
  writeImportRun,
} from '@viewpoints/db/editorial/imports';
import { emptyArticle } from '@viewpoints/db/editorial/trash';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { reason } from '@viewpoints/domain/refusal';
import { journalSubject } from '@viewpoints/published/transfer/load-rows';
import { archiveLocked } from '../../articles/archive-article.ts';
import { lockExistingArticle } from '../../articles/lock-article.ts';
import { type CommandContext, permit, record, runCommand } from '../../command.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { trashLocked } from '../../trash/trash-article.ts';

export type UndoneImport = {
  removed: number;
  /** Articles that readers had by it: they find nothing there any more. */
  archived: number;
  /** Articles that stay, since somebody has worked on them or they were moved on. */
  stayed: { id: string; headline: string }[];
};

/**
 * Removes the drafts of an import that are as they came in, for good, one transaction each; they can
 * come in again. What it published is archived. All others stay. Can be ended half-way and begun again.
 * @throws {ProblemError} if there is no such import
 */
export async function undoImport(ctx: CommandContext, runId: string): Promise<UndoneImport> {
  await runCommand(ctx, async (command) => {
    permit(command, 'trash.empty');
    if ((await findImportRun(command.tx, runId)) === null) throw notFound('import');
    await record(command, 'settings.undo_import', ['journal', journalSubject], { runId });
    // From now on its job publishes nothing more.
    await writeImportRun(command.tx, runId, { undoneAt: command.at });
  });
  const undone: UndoneImport = { removed: 0, archived: 0, stayed: [] };
  for (const { articleId, headline, untouched } of await listImportedDrafts(ctx.editorial, runId)) {
    if (untouched && (await removeDraft(ctx, articleId))) undone.removed += 1;
    else if (await archivePublished(ctx, articleId)) undone.archived += 1;
    else undone.stayed.push({ id: articleId, headline });
  }
  return undone;
}

/** Archives what readers have as the import published it, unless somebody works on its next version. */
function archivePublished(ctx: CommandContext, id: string): Promise<boolean> {
  return runCommand(ctx, async (command) => {
    const locked = await lockExistingArticle(command, id);
    if (!(await isPublishedByImport(command.tx, id))) return false;
    await archiveLocked(command, locked);
    return true;
  });
}

/** Removes one draft, unless somebody has begun to work on it in this moment. */
function removeDraft(ctx: CommandContext, id: string): Promise<boolean> {
  return runCommand(ctx, async (command) => {
    const { tx } = command;
    const locked = await lockExistingArticle(command, id);
    permit(command, 'trash.empty');
    permit(command, 'article.trash', articleSubject(locked));
    if (!(await isUntouchedImport(tx, id))) return false;
    await trashLocked(command, locked);
    // Before the article: it would only lose its article with it, and then never come in again.
    await deleteImportItem(tx, id);
    if (!(await emptyArticle(tx, id, { now: true })))
      throw new ProblemError('in_use', [
        reason('not_emptied', 'It cannot be deleted: readers have had it.'),
      ]);
    await record(command, 'trash.empty', ['article', id]);
    return true;
  });
}
