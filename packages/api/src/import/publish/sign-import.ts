import {
  countImportStates,
  lockImport,
  writeSignature,
} from '@viewpoints/db/editorial/import-runs';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { checkSignable } from '@viewpoints/domain/imports/import-run';
import { reason } from '@viewpoints/domain/refusal';
import { allow, type CommandContext, permit, record, runCommand } from '../../command.ts';
import { notFound, ProblemError } from '../../problem.ts';

/**
 * Has a second person sign the report of an import: a job then publishes what was confirmed.
 * @param given.confirmedAt the confirmation that was looked at
 */
export function signImport(
  ctx: CommandContext,
  given: { id: string; confirmedAt: string },
): Promise<{ id: string; articles: number }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'import_run.sign');
    const { tx, acting, at } = command;
    const run = await lockImport(tx, given.id);
    if (run === null) throw notFound('import');
    allow(checkSignable(run, acting.id));
    if (run.confirmedAt !== given.confirmedAt)
      throw new ProblemError('stale', [
        reason('import_moved_on', 'The report was confirmed again meanwhile: look again.'),
      ]);
    const { waiting } = await countImportStates(tx, run.id);
    await writeSignature(tx, { runId: run.id, by: acting.id, at });
    await addJob(tx, 'publish_import', { runId: run.id }, { key: `import:${run.id}` });
    await record(command, 'import_run.sign', ['import', run.id], {
      ...{ source: run.source, articles: waiting },
      ...(run.confirmedBy === null ? {} : { confirmedBy: run.confirmedBy.id }),
    });
    return { id: run.id, articles: waiting };
  });
}
