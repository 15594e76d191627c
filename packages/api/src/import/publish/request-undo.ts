import { lockImport } from '@viewpoints/db/editorial/import-runs';
import { isBeingImported } from '@viewpoints/db/editorial/import-uploads';
import { writeImportRun } from '@viewpoints/db/editorial/imports';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { checkUndoable } from '@viewpoints/domain/imports/import-run';
import { allow, type CommandContext, permit, record, runCommand } from '../../command.ts';
import { notFound } from '../../problem.ts';

/**
 * Has a job undo an import: drafts that nobody has worked on are removed for good, what it published is
 * archived, and all else stays.
 */
export function requestUndo(ctx: CommandContext, { id }: { id: string }): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'import_run.undo');
    permit(command, 'trash.empty');
    const { tx, acting, at } = command;
    const run = await lockImport(tx, id);
    if (run === null) throw notFound('import');
    allow(checkUndoable(run, { isRunning: await isBeingImported(tx, id) }));
    await writeImportRun(tx, id, { undoneAt: at });
    await addJob(tx, 'undo_import', { runId: id, accountId: acting.id }, { key: `undo:${id}` });
    await record(command, 'import_run.undo', ['import', id], { source: run.source });
    return { id };
  });
}
